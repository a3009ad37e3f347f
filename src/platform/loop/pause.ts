/** A pause that can be ended from outside. One at a time. */
export const interruptiblePause = () => {
  let end = (): void => undefined;
  return {
    wait: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: (): void => end(),
  };
};
