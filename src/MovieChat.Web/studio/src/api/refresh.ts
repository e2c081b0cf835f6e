/** Something that is asked for again and again, and asked once at a time: whoever asks meanwhile waits for one more answer, however many they are. */
export class Refresh {
  private running?: Promise<void>;
  private isWanted = false;

  constructor(private readonly ask: () => Promise<void>) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  again(): Promise<void> {
    this.isWanted = true;
    return (this.running ??= this.run().finally(() => { this.running = undefined; }));
  }

  private async run(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      await this.ask();
    }
  }
}
