import { idSchema, isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../../http/index.ts';
import { deviceNameSchema, deviceSchema } from '../device.ts';
import { deviceOf, devicesOf, renameDevice, revokeDevice } from '../devices.ts';
import type { DeviceParts } from '../parts.ts';
import { tag } from '../shapes.ts';

const params = z.object({ id: idSchema });

export const listRoutes = (parts: DeviceParts): readonly Route[] => [listDevices(parts), rename(parts), revoke(parts)];

const listDevices = ({ registry }: DeviceParts): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/identity/devices',
    summary: 'List your devices and scripts',
    tag,
    who: 'session',
    answers: [{ status: 200, description: 'Newest first, revoked ones last', schema: z.object({ devices: z.array(deviceSchema) }) }],
    door: ({ principal: { userId } }) => ({ status: 200, body: { devices: devicesOf(registry, userId) } }),
  });

const rename = ({ registry }: DeviceParts): Route =>
  defineRoute({
    method: 'PATCH',
    path: '/api/identity/devices/:id',
    summary: 'Rename a device',
    tag,
    who: 'session',
    params,
    body: z.strictObject({ name: deviceNameSchema }),
    answers: [{ status: 200, description: 'The device as it is now', schema: deviceSchema }],
    door({ principal: { userId }, address, params: { id }, body: { name } }) {
      const device = deviceOf(registry, userId, id);
      if (isRefusal(device)) return device;
      renameDevice(registry, { userId, address }, device, name);
      return { status: 200, body: { ...device, name } };
    },
  });

const revoke = ({ registry, revocations }: DeviceParts): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/devices/:id/revoke',
    summary: 'Revoke a device',
    description: 'Its tokens stop working at once, and what it holds open is cut. It stays in the list; to come back it is paired again.',
    tag,
    who: 'session',
    params,
    answers: [{ status: 200, description: 'The device as it is now', schema: deviceSchema }],
    door({ principal: { userId }, address, params: { id } }) {
      const device = deviceOf(registry, userId, id);
      if (isRefusal(device)) return device;
      revokeDevice(registry, revocations, { userId, address }, device);
      return { status: 200, body: deviceOf(registry, userId, id) };
    },
  });
