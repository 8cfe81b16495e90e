// Runs in the page before its own script, where Bluetooth is emulated: the emulation cannot notify, but a read that ends raises the event that a notification does. So one read is open as long as
// notifications are wanted, of those characteristics that notify by themselves; a read of the page's own is given what was notified last, which is the present value of all of them.
{
  const proto = BluetoothRemoteGATTCharacteristic.prototype, { startNotifications, stopNotifications, readValue } = proto, on = new WeakSet();
  proto.startNotifications = async function () {
    await startNotifications.call(this);
    if (on.has(this) || !/^7a0d000[234]-/.test(this.uuid)) return this;
    on.add(this);
    (async () => { while (on.has(this)) try { await readValue.call(this); } catch { on.delete(this); } })();
    return this;
  };
  proto.stopNotifications = function () { on.delete(this); return stopNotifications.call(this); };
  proto.readValue = async function () {
    if (!on.has(this)) return readValue.call(this);
    while (!this.value) await new Promise(ok => this.addEventListener('characteristicvaluechanged', ok, { once: true }));
    return this.value;
  };
}
