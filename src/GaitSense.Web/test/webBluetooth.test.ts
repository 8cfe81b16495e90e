import { describe, expect, it, vi } from 'vitest';
import { failureOf, WebBluetooth } from '../src/transport/webBluetooth';
import { toFailure } from '../src/walk/failure';

const kind = (message: string, name = 'NotFoundError'): string => failureOf(new DOMException(message, name), 'NotSupported').kind;

describe('what Chromium says when a shoe is chosen', () => {
  // The messages of its WebBluetoothError: one name for all of them.
  it('is told apart by its words', () => {
    expect(kind('User cancelled the requestDevice() chooser.')).toBe('DeviceNotFound');
    expect(kind('Bluetooth adapter not available.')).toBe('NoAdapter');
    expect(kind('Bluetooth Low Energy not available.')).toBe('NoAdapter');
    expect(kind('User denied the browser permission to scan for Bluetooth devices.')).toBe('PermissionDenied');
    expect(kind('User or their enterprise policy has disabled Web Bluetooth.')).toBe('PermissionDenied');
    expect(kind('Web Bluetooth API globally disabled.')).toBe('PermissionDenied');
    expect(kind('requestDevice() called from cross-origin iframe.', 'SecurityError')).toBe('PermissionDenied');
  });
  it('is a switch that is off where the list was closed because nothing could be in it', async () => {
    const closed = (): Promise<never> => Promise.reject(new DOMException('User cancelled the requestDevice() chooser.', 'NotFoundError'));
    vi.stubGlobal('navigator', { bluetooth: { requestDevice: closed, getAvailability: () => Promise.resolve(true) } });
    expect(await new WebBluetooth().choose('left')).toBeNull();
    vi.stubGlobal('navigator', { bluetooth: { requestDevice: closed, getAvailability: () => Promise.resolve(false) } });
    await expect(new WebBluetooth().choose('left')).rejects.toMatchObject({ kind: 'AdapterOff' });
    vi.unstubAllGlobals();
  });
});

describe('what the walk says of a failure', () => {
  it('names the kind, and the shoe where one is to blame', () => {
    expect(toFailure(new Error('Timeout\nright\nGS: no answer'))).toEqual({ failed: 'Timeout', side: 'right' });
    expect(toFailure(new Error('Storage\n\nthe storage is full'))).toEqual({ failed: 'Storage' });
    expect(toFailure(new Error('A walk is under way: end it first.'))).toEqual({ failed: 'A walk is under way: end it first.' });
  });
});
