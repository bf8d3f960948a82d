import { LOOK_EVERY_MS } from '../../lambda/mesh-agent/agent';
import { LINE_EVERY } from '../../lambda/mesh-agent/loop';
import { MESH_CERTIFICATE_DAYS } from '../../lib/contract/mesh';
import { CERTIFICATE_PERIOD, LEAST_CERTIFICATE_HOURS } from '../../lib/mesh/mesh-alarms';

test('an agent that works is heard more than once in each period of the alarm', () => {
  expect(2 * LINE_EVERY * LOOK_EVERY_MS).toBeLessThanOrEqual(CERTIFICATE_PERIOD.toMilliseconds());
});

test('the alarm rings when a rotation was missed, and while there is time for the next', () => {
  const { valid, rotate } = MESH_CERTIFICATE_DAYS;
  expect(LEAST_CERTIFICATE_HOURS).toBeLessThan((valid - rotate) * 24);
  expect(LEAST_CERTIFICATE_HOURS).toBeGreaterThanOrEqual(rotate * 24);
});
