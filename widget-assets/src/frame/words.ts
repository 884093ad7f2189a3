/** Everything that a frame says, in the languages of the button; `{}` is where a value goes. */
interface Words {
  readonly ready: string;
  readonly connect: string;
  readonly given: string;
  readonly givenOnly: string;
  readonly undo: string;
  readonly undone: string;
  readonly own: string;
  readonly noMeans: string;
  readonly paused: string;
  readonly optedOut: string;
  readonly gone: string;
  readonly offline: string;
  readonly error: string;
  readonly unsure: string;
  readonly refused: string;
  readonly confirm: string;
  readonly window: string;
  readonly again: string;
  readonly close: string;
  readonly share: string;
  readonly thanks: string;
  readonly monthly: string;
  readonly subscribed: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly months: string;
  readonly untilStopped: string;
  readonly howLong: string;
  readonly monthlyPaused: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    ready: 'Worth {} now',
    connect: 'Opens a small window',
    given: 'Flattred. Each of your {} flattrs this month is worth {} now.',
    givenOnly: 'Flattred. It is your only flattr this month and worth {} now.',
    undo: 'Undo',
    undone: 'Taken back.',
    own: 'This is yours, and a flattr is a present: others can flattr it.',
    noMeans: 'There is nothing to share yet. Set a budget or top up, and this flattr counts.',
    paused: 'Your budget is paused. Resume it, and you can flattr.',
    optedOut: '{} does not want flattrs.',
    gone: 'Its maker has taken this away.',
    offline: 'You are offline. Nothing was done.',
    error: 'The server did not answer.',
    unsure: 'The server did not answer, so this may count or not. Try again: it never counts twice.',
    refused: 'That is not possible right now. Nothing was done.',
    confirm: 'Please confirm this flattr in the window.',
    window: 'Open the window',
    again: 'Try again',
    close: 'Close',
    share: 'Tell others:',
    thanks: 'Say thanks',
    monthly: 'Every month',
    subscribed: 'You flattr this every month. It is worth {} now.',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    months: '{} months',
    untilStopped: 'Until I stop it',
    howLong: 'Flattr this again by itself every month. You can stop at any time. For how long?',
    monthlyPaused: 'Flattring this every month is paused. This month’s flattr is worth {} now.',
  },
  de: {
    ready: 'Jetzt {} wert',
    connect: 'Öffnet ein kleines Fenster',
    given: 'Geflattrt. Jeder deiner {} Flattrs in diesem Monat ist jetzt {} wert.',
    givenOnly: 'Geflattrt. Es ist dein einziger Flattr in diesem Monat und jetzt {} wert.',
    undo: 'Zurücknehmen',
    undone: 'Zurückgenommen.',
    own: 'Das gehört dir, und ein Flattr ist ein Geschenk: Andere können es flattrn.',
    noMeans: 'Es gibt noch nichts zu teilen. Setze ein Budget oder zahle ein, dann zählt dieser Flattr.',
    paused: 'Dein Budget ruht. Nimm es wieder auf, dann kannst du flattrn.',
    optedOut: '{} möchte keine Flattrs.',
    gone: 'Wer das gemacht hat, hat es entfernt.',
    offline: 'Du bist offline. Es ist nichts geschehen.',
    error: 'Der Server hat nicht geantwortet.',
    unsure: 'Der Server hat nicht geantwortet, also zählt das vielleicht oder nicht. Versuche es noch einmal: Es zählt nie doppelt.',
    refused: 'Das geht gerade nicht. Es ist nichts geschehen.',
    confirm: 'Bitte bestätige diesen Flattr im Fenster.',
    window: 'Fenster öffnen',
    again: 'Noch einmal',
    close: 'Schließen',
    share: 'Weitersagen:',
    thanks: 'Danke sagen',
    monthly: 'Jeden Monat',
    subscribed: 'Du flattrst das jeden Monat. Es ist jetzt {} wert.',
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    stop: 'Beenden',
    months: '{} Monate',
    untilStopped: 'Bis ich es beende',
    howLong: 'Das jeden Monat von selbst wieder flattrn. Du kannst es jederzeit beenden. Wie lange?',
    monthlyPaused: 'Das monatliche Flattrn ruht. Der Flattr dieses Monats ist jetzt {} wert.',
  },
  es: {
    ready: 'Ahora vale {}',
    connect: 'Abre una ventana pequeña',
    given: 'Flattreado. Cada uno de tus {} flattrs de este mes vale ahora {}.',
    givenOnly: 'Flattreado. Es tu único flattr de este mes y vale ahora {}.',
    undo: 'Deshacer',
    undone: 'Deshecho.',
    own: 'Esto es tuyo y un flattr es un regalo: otras personas pueden darlo.',
    noMeans: 'Aún no hay nada que repartir. Fija un presupuesto o ingresa dinero y este flattr contará.',
    paused: 'Tu presupuesto está en pausa. Reanúdalo y podrás dar flattrs.',
    optedOut: '{} no quiere flattrs.',
    gone: 'Quien lo hizo lo ha retirado.',
    offline: 'Estás sin conexión. No se ha hecho nada.',
    error: 'El servidor no ha respondido.',
    unsure: 'El servidor no ha respondido; puede que cuente o no. Inténtalo otra vez: nunca cuenta dos veces.',
    refused: 'Ahora mismo no es posible. No se ha hecho nada.',
    confirm: 'Confirma este flattr en la ventana.',
    window: 'Abrir la ventana',
    again: 'Otra vez',
    close: 'Cerrar',
    share: 'Compartir:',
    thanks: 'Dar las gracias',
    monthly: 'Cada mes',
    subscribed: 'Das un flattr a esto cada mes. Ahora vale {}.',
    pause: 'Pausar',
    resume: 'Reanudar',
    stop: 'Terminar',
    months: '{} meses',
    untilStopped: 'Hasta que lo termine',
    howLong: 'Dar un flattr a esto cada mes por sí solo. Puedes terminarlo cuando quieras. ¿Durante cuánto tiempo?',
    monthlyPaused: 'El flattr mensual está en pausa. El de este mes vale ahora {}.',
  },
  fr: {
    ready: 'Vaut {} maintenant',
    connect: 'Ouvre une petite fenêtre',
    given: 'Flattré. Chacun de tes {} flattrs de ce mois vaut maintenant {}.',
    givenOnly: 'Flattré. C’est ton seul flattr de ce mois, il vaut maintenant {}.',
    undo: 'Annuler',
    undone: 'Annulé.',
    own: 'C’est à toi, et un flattr est un cadeau : d’autres peuvent le donner.',
    noMeans: 'Il n’y a encore rien à partager. Fixe un budget ou verse de l’argent, et ce flattr comptera.',
    paused: 'Ton budget est en pause. Reprends-le pour flattrer.',
    optedOut: '{} ne veut pas de flattrs.',
    gone: 'La personne qui l’a créé l’a retiré.',
    offline: 'Tu es hors ligne. Rien n’a été fait.',
    error: 'Le serveur n’a pas répondu.',
    unsure: 'Le serveur n’a pas répondu : cela compte peut-être, ou non. Réessaie : cela ne compte jamais deux fois.',
    refused: 'Ce n’est pas possible pour le moment. Rien n’a été fait.',
    confirm: 'Confirme ce flattr dans la fenêtre.',
    window: 'Ouvrir la fenêtre',
    again: 'Réessayer',
    close: 'Fermer',
    share: 'Partager :',
    thanks: 'Dire merci',
    monthly: 'Chaque mois',
    subscribed: 'Tu flattres ceci chaque mois. Il vaut maintenant {}.',
    pause: 'Mettre en pause',
    resume: 'Reprendre',
    stop: 'Arrêter',
    months: '{} mois',
    untilStopped: 'Jusqu’à ce que j’arrête',
    howLong: 'Flattrer ceci chaque mois, sans rien faire. Tu peux arrêter quand tu veux. Pour combien de temps ?',
    monthlyPaused: 'Le flattr mensuel est en pause. Celui de ce mois vaut maintenant {}.',
  },
  sv: {
    ready: 'Värd {} nu',
    connect: 'Öppnar ett litet fönster',
    given: 'Flattrad. Var och en av dina {} flattrar den här månaden är värd {} nu.',
    givenOnly: 'Flattrad. Det är din enda flattr den här månaden och den är värd {} nu.',
    undo: 'Ångra',
    undone: 'Ångrad.',
    own: 'Det här är ditt, och en flattr är en gåva: andra kan flattra det.',
    noMeans: 'Det finns inget att dela än. Ange en budget eller sätt in pengar, så räknas din flattr.',
    paused: 'Din budget är pausad. Återuppta den, så kan du flattra.',
    optedOut: '{} vill inte ha flattrar.',
    gone: 'Den som gjorde detta har tagit bort det.',
    offline: 'Du är offline. Inget har hänt.',
    error: 'Servern svarade inte.',
    unsure: 'Servern svarade inte, så det kan räknas eller inte. Försök igen: det räknas aldrig två gånger.',
    refused: 'Det går inte just nu. Inget har hänt.',
    confirm: 'Bekräfta din flattr i fönstret.',
    window: 'Öppna fönstret',
    again: 'Försök igen',
    close: 'Stäng',
    share: 'Berätta för andra:',
    thanks: 'Säg tack',
    monthly: 'Varje månad',
    subscribed: 'Du flattrar det här varje månad. Det är värt {} nu.',
    pause: 'Pausa',
    resume: 'Återuppta',
    stop: 'Avsluta',
    months: '{} månader',
    untilStopped: 'Tills jag avslutar',
    howLong: 'Flattra det här igen varje månad av sig självt. Du kan avsluta när du vill. Hur länge?',
    monthlyPaused: 'Den månatliga flattringen är pausad. Månadens flattr är värd {} nu.',
  },
};

export type Word = keyof Words;

/** A sentence with its values, in a language of ours or else in English. */
export function say(language: string, word: Word, ...values: readonly string[]): string {
  const words = WORDS[language] ?? WORDS['en'];
  let next = 0;
  return words ? words[word].replace(/\{\}/g, () => values[next++] ?? '') : '';
}

/**
 * An amount in micros, millionths of the currency, as people of a language write money. It never becomes a floating
 * point number: its decimal digits are put together and formatted as they are.
 */
export function money(language: string, micros: number, currency: string): string {
  const digits = String(micros).padStart(7, '0');
  const decimal = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(decimal as unknown as number);
}
