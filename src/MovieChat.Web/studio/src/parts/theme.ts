import { set, setting } from './setting.js';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const words: Record<Theme, string> = { auto: 'System theme', light: 'Light', dark: 'Dark' };
const name = 'movie-chat:theme';

let theme: Theme = themes.find((each) => each === setting(name)) ?? 'auto';

export const themeWord = () => words[theme];

export function nextTheme(): void {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  set(name, theme);
  useTheme();
}

export function useTheme(): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
