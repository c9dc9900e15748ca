import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/index.js';

/** The colors a host reports; `#RRGGBB`. */
export interface HostTheme {
  readonly bodyBackgroundColor?: string;
  readonly bodyForegroundColor?: string;
}

/** Wears the host's theme: Fluent's tokens for its brightness, its own colors for the ground. */
export function wearTheme(theme: HostTheme | undefined): void {
  const ground = color(theme?.bodyBackgroundColor);
  const ink = color(theme?.bodyForegroundColor);
  const isDark = ground
    ? brightness(ground) < 0.4
    : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme({ ...(isDark ? webDarkTheme : webLightTheme) });
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.colorScheme = isDark ? 'dark' : 'light';
  // The host's ground is taken only with an ink that can be read on it.
  const fits = ground && ink && contrast(ground, ink) >= 4.5;
  if (fits) root.style.setProperty('--ground', `rgb(${ground.join(' ')})`);
  else root.style.removeProperty('--ground');
}

type Rgb = readonly [number, number, number];

function color(text: string | undefined): Rgb | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text ?? '');
  return hex
    ? [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16), Number.parseInt(hex[3]!, 16)]
    : undefined;
}

/** Relative luminance as WCAG defines it, 0 to 1. */
export function brightness(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}
