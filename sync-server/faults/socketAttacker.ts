import { socketAttacks, type Target } from './socketAttacks.ts';

/** An attacker in a process of its own, so that what it costs to attack slows nobody down who is measured. */
process.on('message', ({ name, target, times }: { name: string; target: Target; times: number }) => {
  void attack(name, target, times).then((answers) => process.send?.(answers));
});

async function attack(name: string, target: Target, times: number): Promise<readonly string[]> {
  try {
    return (await socketAttacks[name]?.run(target, times)) ?? ['unheard of'];
  } catch (error) {
    return [String(error)];
  }
}
