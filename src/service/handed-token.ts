/** What a frame is handed whose host signed who is looking. */
export type HandedToken = { token: string; expiresInSeconds: number };
