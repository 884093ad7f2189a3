const OPENS: Readonly<Record<string, string>> = {
  en: 'opens a small window',
  de: 'öffnet ein kleines Fenster',
  es: 'abre una ventana pequeña',
  fr: 'ouvre une petite fenêtre',
  sv: 'öppnar ett litet fönster',
};

/** The language of ours that a page's language tag asks for; English where there is none. */
export function languageOf(tag = ''): string {
  const language = tag.slice(0, 2).toLowerCase();
  return language in OPENS ? language : 'en';
}

/** What a click does, for those who do not see the window coming. */
export function opens(language: string): string {
  return OPENS[language] as string;
}

/** The number as it fits into the button. */
export function shown(flattrs: number, language: string): string {
  return flattrs.toLocaleString(language, flattrs < 10_000 ? undefined : { notation: 'compact' });
}
