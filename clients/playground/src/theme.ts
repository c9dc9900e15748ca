/** Follows the system's colors until the reader chooses; the choice lasts as long as the page. */
export function followTheme(button: HTMLElement, apply: (dark: boolean) => void): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen: boolean | undefined;
  const show = () => {
    const dark = chosen ?? system.matches;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    button.textContent = dark ? 'Light' : 'Dark';
    button.setAttribute('aria-label', dark ? 'Use light colors' : 'Use dark colors');
    apply(dark);
  };
  button.removeAttribute('aria-pressed');
  button.addEventListener('click', () => {
    chosen = !(chosen ?? system.matches);
    show();
  });
  system.addEventListener('change', show);
  show();
}
