const DAY_MS = 86_400_000;

/** Days since the first of January, in UTC: 0 to 365. */
function dayOfYear(day: Date): number {
  return Math.floor((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY_MS);
}

/** Weeks begin on Sunday; the days before the year's first Sunday are in week 0. */
export function weekOfYear(day: Date): number {
  return Math.floor((dayOfYear(day) + 7 - day.getUTCDay()) / 7);
}

/** The year a day's ISO week belongs to: that of the week's Thursday. */
export function isoWeekYear(day: Date): number {
  const daysAfterMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() + (3 - daysAfterMonday) * DAY_MS).getUTCFullYear();
}
