import type { Fault } from './fault';
import { KNOWLEDGE_FAULTS } from './knowledge-faults';
import { LAKE_FAULTS } from './lake-faults';
import { MODEL_FAULTS } from './model-faults';
import { NETWORK_FAULTS } from './network-faults';

/** What a bad Bedrock estate has wrong, each with the findings it costs. */
export const FAULTS: readonly Fault[] = [
  ...NETWORK_FAULTS,
  ...MODEL_FAULTS,
  ...KNOWLEDGE_FAULTS,
  ...LAKE_FAULTS,
];

/** Every fault that can be there together, with one in the place of the one it excludes. */
export function togetherWith(fault: Fault): readonly Fault[] {
  const others = FAULTS.filter(({ name, insteadOf }) => insteadOf === undefined && name !== fault.insteadOf);
  return fault.insteadOf === undefined ? others : [...others, fault];
}
