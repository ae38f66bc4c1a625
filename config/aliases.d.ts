declare const aliases: Readonly<Record<string, string>>;
export = aliases;
