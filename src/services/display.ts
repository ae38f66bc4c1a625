import { paintDocument } from './document-theme';
import { paintBars } from './native-theme';
import { readStored, store } from './storage';
import { followSystemLook, systemLook, type SystemLook } from './system-look';
import { zoomStep } from './text-zoom';
import { useWatched, watched } from './watched';

export const LIGHT_CHOICES = ['system', 'light', 'dark'] as const;
export type LightChoice = (typeof LIGHT_CHOICES)[number];

const ELDER = 'hy.elder';
const LIGHT = 'hy.light';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isLightChoice = (value: unknown): value is LightChoice => LIGHT_CHOICES.some((one) => one === value);

const elder = watched<boolean>(() => readStored(ELDER, isBoolean) ?? false);
const light = watched<LightChoice>(() => readStored(LIGHT, isLightChoice) ?? 'system');

function setElder(on: boolean): void {
  store(ELDER, on);
  elder.set(on);
}

function setLightChoice(choice: LightChoice): void {
  store(LIGHT, choice);
  light.set(choice);
}

/** How this person wants things; kept on the phone. */
export const useDisplay = () => ({
  isElder: useWatched(elder),
  setElder,
  lightChoice: useWatched(light),
  setLightChoice,
});

const isDarkNow = (choice: LightChoice, system: SystemLook): boolean =>
  choice === 'system' ? system.isDark : choice === 'dark';

/** From here on things stand below one another that else stand side by side; so they do in the elders' edition. */
const LARGE = 130;

function classesFor(isElder: boolean, isDark: boolean, fontPx: number): string[] {
  const zoom = zoomStep(fontPx, isElder);
  return [
    'hy-theme',
    ...(isElder ? ['hy-theme--elder'] : []),
    ...(isElder || zoom >= LARGE ? ['hy-theme--large'] : []),
    ...(isDark ? ['hy-theme--dark'] : []),
    `hy-zoom--${zoom}`,
  ];
}

/** A theme to show something in, whatever this person uses. */
export type GivenTheme = { readonly isElder?: boolean; readonly isDark?: boolean; readonly fontPx?: number };

/** The classes of a root: a screen, a sheet. Without a given theme, the one this person uses. */
export function useThemeClass(given: GivenTheme = {}): string {
  const [isElder, choice, system] = [useWatched(elder), useWatched(light), useWatched(systemLook)];
  const isDark = given.isDark ?? isDarkNow(choice, system);
  return classesFor(given.isElder ?? isElder, isDark, given.fontPx ?? system.fontPx).join(' ');
}

/** Paints what WeChat draws around the page in view; a page asks for it each time it comes into view. */
export function paintAroundPage(): void {
  if (PLATFORM === 'weapp') paintBars(isDarkNow(light.get(), systemLook.get()), light.get() !== 'system');
}

function paintOutside(): void {
  if (PLATFORM === 'weapp') return paintAroundPage();
  const isDark = isDarkNow(light.get(), systemLook.get());
  paintDocument(classesFor(elder.get(), isDark, systemLook.get().fontPx), isDark);
}

/** What lies outside the pages follows as well: in a browser the document with its tab bar, on WeChat the bars. */
export function followDisplayOutsidePages(): void {
  followSystemLook();
  paintOutside();
  [elder, light, systemLook].forEach((one) => one.watch(paintOutside));
}
