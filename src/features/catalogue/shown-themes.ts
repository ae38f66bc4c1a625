import type { Option } from '@/components/chips';
import type { GivenTheme } from '@/services/display';

const EDITIONS = {
  day: { text: '白天', isElder: false, isDark: false },
  night: { text: '夜间', isElder: false, isDark: true },
  elderDay: { text: '长辈版 白天', isElder: true, isDark: false },
  elderNight: { text: '长辈版 夜间', isElder: true, isDark: true },
} as const;

type Edition = keyof typeof EDITIONS;
const EDITION_NAMES: readonly Edition[] = ['day', 'night', 'elderDay', 'elderNight'];

export type Show = 'all' | Edition;
export const SHOW_OPTIONS: readonly Option<Show>[] = [
  { value: 'all', text: '四种一起' },
  ...EDITION_NAMES.map((name) => ({ value: name, text: EDITIONS[name].text })),
];

export type FontPx = '16' | '21' | '32';
export const FONT_OPTIONS: readonly Option<FontPx>[] = [
  { value: '16', text: '标准' },
  { value: '21', text: '大（130%）' },
  { value: '32', text: '最大（200%）' },
];

export type ShownTheme = { readonly text: string; readonly theme: Required<GivenTheme> };

/** The themes to show things in, with letters of that size (px; 16 is usual). */
export const themesFor = (show: Show, fontPx: number): ShownTheme[] =>
  EDITION_NAMES.filter((name) => show === 'all' || show === name).map((name) => {
    const { text, isElder, isDark } = EDITIONS[name];
    return { text, theme: { isElder, isDark, fontPx } };
  });
