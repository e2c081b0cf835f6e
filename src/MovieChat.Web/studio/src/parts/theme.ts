const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const words: Record<Theme, string> = { auto: 'System theme', light: 'Light', dark: 'Dark' };
const name = 'movie-chat:theme';

let theme: Theme = themes.find((each) => each === read()) ?? 'auto';

export const themeWord = () => words[theme];

export function nextTheme(): void {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  try {
    localStorage.setItem(name, theme);
  } catch {
    // The browser keeps nothing: it holds for this page.
  }

  useTheme();
}

export function useTheme(): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function read(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
