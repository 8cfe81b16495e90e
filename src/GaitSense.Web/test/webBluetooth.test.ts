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

describe('shoes that a browser knows', () => {
  const small = new Map<string, string>();
  const device = (id: string) => ({ id, addEventListener: () => undefined, gatt: { connected: true, connect: vi.fn(() => Promise.resolve()), disconnect: vi.fn() } });
  const shoes = { a: device('a'), b: device('b') };
  const page = (chosen: keyof typeof shoes = 'a'): WebBluetooth => {
    vi.stubGlobal('localStorage', { getItem: (k: string) => small.get(k) ?? null, setItem: (k: string, v: string) => small.set(k, v) });
    vi.stubGlobal('navigator', { bluetooth: { requestDevice: () => Promise.resolve(shoes[chosen]), getDevices: () => Promise.resolve(Object.values(shoes)) } });
    vi.stubGlobal('window', globalThis);
    return new WebBluetooth();
  };

  it('are on one foot each: the newer choice counts, also for the next visit', async () => {
    small.clear();
    const first = page('a');
    await first.choose('left');
    await first.choose('right');
    expect(await first.known()).toEqual({ right: 'a' });
    expect(await page().known()).toEqual({ right: 'a' });
  });

  it('keep the other foot of an earlier visit when one is chosen anew', async () => {
    small.clear();
    small.set('gaitsense.shoes', JSON.stringify({ left: 'b', right: 'a' }));
    await page('a').choose('right');
    expect(await page().known()).toEqual({ left: 'b', right: 'a' });
  });

  it('are connected for who asked last: who asked before lets nothing go', async () => {
    small.clear();
    const one = page('a');
    await one.choose('left');
    const early = await one.connect('a'), late = await one.connect('a');
    await one.disconnect(early);
    expect(shoes.a.gatt.disconnect).not.toHaveBeenCalled();
    await one.disconnect(late);
    expect(shoes.a.gatt.disconnect).toHaveBeenCalledOnce();
  });
});

describe('what the walk says of a failure', () => {
  it('names the kind, and the shoe where one is to blame', () => {
    expect(toFailure(new Error('Timeout\nright\nGS: no answer'))).toEqual({ failed: 'Timeout', side: 'right' });
    expect(toFailure(new Error('Storage\n\nthe storage is full'))).toEqual({ failed: 'Storage' });
    expect(toFailure(new Error('A walk is under way: end it first.'))).toEqual({ failed: 'A walk is under way: end it first.' });
  });
});
