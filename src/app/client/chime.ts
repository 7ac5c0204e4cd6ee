const notes = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.18 },
];
const noteSeconds = 0.16;

let context: AudioContext | undefined;

/** Two short notes, where the browser allows sound without a hand (docs/wall.md names the flag). */
export function chime(): void {
  context ??= new AudioContext();
  void context.resume().catch(() => {});
  for (const { hertz, at } of notes) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + at;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.2, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + noteSeconds);
  }
}
