const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** 32 random bytes in base64url. */
export function randomSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** What may be told of a secret: the SHA-256 of its written form. */
export async function challengeOf(secret: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', bytes(secret)));
}

/** A pair whose private half no script can read, ours included. */
export function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
}

export async function publicHalf(keys: CryptoKeyPair): Promise<string> {
  return base64url(await crypto.subtle.exportKey('spki', keys.publicKey));
}

export async function signed(keys: CryptoKeyPair, text: string): Promise<string> {
  return base64url(await crypto.subtle.sign({ ...CURVE, hash: 'SHA-256' }, keys.privateKey, bytes(text)));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64url(data: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(data)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
