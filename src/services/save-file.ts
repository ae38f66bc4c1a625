/** Hands a file to the person, as a browser saves a download. A text is a CSV. */
export function saveFile(name: string, contents: string | Blob): void {
  const blob =
    typeof contents === 'string' ? new Blob([contents], { type: 'text/csv;charset=utf-8' }) : contents;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
