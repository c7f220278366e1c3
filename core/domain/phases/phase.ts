import { z } from 'zod';

/** From paper to full size. Each is earned in the one before. */
export const phaseOrder = ['experience', 'proof', 'trial', 'scaling'] as const;

export const phaseSchema = z.enum(phaseOrder, `a phase is one of ${phaseOrder.join(', ')}`);

export type Phase = (typeof phaseOrder)[number];

export const FIRST_PHASE: Phase = 'experience';

export const phaseNames: { readonly [P in Phase]: string } = {
  experience: 'Experience',
  proof: 'Proof of Concept',
  trial: 'Real-Money Trial',
  scaling: 'Scaling',
};

export function phaseAfter(phase: Phase): Phase | null {
  return phaseOrder[phaseOrder.indexOf(phase) + 1] ?? null;
}

export function phaseBefore(phase: Phase): Phase | null {
  return phaseOrder[phaseOrder.indexOf(phase) - 1] ?? null;
}

export function isForward(from: Phase, to: Phase): boolean {
  return phaseOrder.indexOf(to) > phaseOrder.indexOf(from);
}

export function isOneStep(from: Phase, to: Phase): boolean {
  return to === phaseAfter(from) || to === phaseBefore(from);
}
