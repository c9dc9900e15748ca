import { EditorView } from '@codemirror/view';

const wave = (color: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy ${color} 1.5px`,
  textUnderlineOffset: '4px',
  textDecorationSkipInk: 'none',
});

/** Colors come from the page's custom properties, so that light and dark need no second theme. */
export const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: '17px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'inherit',
    lineHeight: '1.7',
    minHeight: 'var(--paper-height, 15rem)',
  },
  '.cm-content': { padding: '18px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 22px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selection)' },
  '.cm-lintRange-error': wave('var(--error)'),
  '.cm-lintRange-warning': wave('var(--warning)'),
  '.cm-lintRange-info': wave('var(--info)'),
  '.cm-lintRange-hint': wave('var(--info)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--selection)' },
  '.cm-lintPoint:after': { display: 'none' },
  '.cm-tooltip': {
    background: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '10px',
    boxShadow: 'var(--shadow)',
    maxWidth: 'min(26rem, 88vw)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-lint': { display: 'none' },
  '.cm-tooltip-lint': { display: 'none' },
  '.cm-lsp-hover-tooltip': {
    padding: '6px 14px',
    fontSize: '14px',
    lineHeight: '1.5',
    maxHeight: '18rem',
    overflowY: 'auto',
  },
  '.cm-lsp-hover-tooltip a': { color: 'var(--accent)' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit !important', maxWidth: '88vw' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '5px 10px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent) !important',
    color: 'var(--on-accent) !important',
  },
  '.chaperone-menu': {
    display: 'flex',
    flexDirection: 'column',
    padding: '5px',
    minWidth: '15rem',
    maxHeight: '20rem',
    overflowY: 'auto',
  },
  '.chaperone-menu button': {
    font: 'inherit',
    fontSize: '14px',
    color: 'inherit',
    textAlign: 'left',
    background: 'none',
    border: '0',
    borderRadius: '6px',
    padding: '8px 10px',
    cursor: 'pointer',
  },
  '.chaperone-menu small': { display: 'block', color: 'var(--soft)', marginTop: '2px' },
  '.chaperone-menu button:focus, .chaperone-menu button:hover': {
    outline: 'none',
    background: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.chaperone-menu button:focus small, .chaperone-menu button:hover small': { color: 'inherit' },
});
