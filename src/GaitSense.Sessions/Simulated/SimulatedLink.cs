using GaitSense.Devices;
using GaitSense.Simulation.Radio;

namespace GaitSense.Sessions;

/// <summary>A connection to a simulated foot: a timer moves the foot on and hands over what has arrived.</summary>
internal sealed class SimulatedLink : IBleLink
{
    private readonly SimulatedCentral _central;
    private readonly SimulatedFoot _foot;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<BleException> _disconnected = new();
    private readonly ITimer _timer;
    private readonly int _boots;
    private readonly Dictionary<Guid, BleNotificationHandler> _handlers = [];
    private double _lastHeardS;
    private bool _isClosed;

    public SimulatedLink(SimulatedCentral central, string deviceId, SimulatedFoot foot)
    {
        (_central, DeviceId, _foot, _lastHeardS, _boots) = (central, deviceId, foot, central.TrueS, foot.Boots);
        central.OpenLinks++;
        var step = TimeSpan.FromSeconds(SimulatedCentral.StepS);
        _timer = central.Time.CreateTimer(static link => ((SimulatedLink)link!).Step(), this, step, step);
    }

    public string DeviceId { get; }

    public int Mtu => 247;

    public Task<BleException> Disconnected => _disconnected.Task;

    public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_isClosed) throw new BleException(BleFailure.ConnectionLost, DeviceId);
            return Task.FromResult(service == BleUuid.BatteryService || (service == _foot.Firmware.Service && _foot.Firmware.Has(characteristic)));
        }
    }

    public Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Check(service);
            // As BlueZ has it.
            if (!_handlers.TryAdd(characteristic, handler)) throw new BleException(BleFailure.Refused, DeviceId, "subscribed already");
        }

        return Task.CompletedTask;
    }

    public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Check(service);
            if (_foot.IsReachable(_central.TrueS)) _foot.Write(characteristic, value.Span, _central.TrueS);
        }

        return Task.CompletedTask;
    }

    public Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Check(service);
            return Task.FromResult(_foot.Firmware.Read(characteristic, _foot.DeviceUs(_central.TrueS)) ?? throw new BleException(BleFailure.ServiceMissing, DeviceId));
        }
    }

    public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(-50);

    public ValueTask DisposeAsync()
    {
        Close(BleFailure.Closed);
        return default;
    }

    private void Step()
    {
        lock (_lock)
        {
            if (_isClosed) return;
            double nowS = _central.TrueS;
            _foot.Advance(nowS);
            if (_foot.IsReachable(nowS) && _foot.Boots == _boots) _lastHeardS = nowS;
            // What has arrived before the sensor went away has arrived.
            while (_foot.TryReceive(Math.Min(nowS, _lastHeardS), out Guid characteristic, out ReadOnlySpan<byte> value, out double arrivedS))
                if (_handlers.TryGetValue(characteristic, out BleNotificationHandler? handler)) handler(value, _central.TimestampOf(arrivedS));
            if (nowS - _lastHeardS < SimulatedCentral.SupervisionS) return;
        }

        Close(BleFailure.ConnectionLost);
    }

    private void Check(Guid service)
    {
        if (_isClosed) throw new BleException(BleFailure.ConnectionLost, DeviceId);
        if (service != _foot.Firmware.Service && service != BleUuid.BatteryService) throw new BleException(BleFailure.ServiceMissing, DeviceId);
    }

    private void Close(BleFailure why)
    {
        lock (_lock)
        {
            if (_isClosed) return;
            _isClosed = true;
            _foot.Disconnect();
            _central.OpenLinks--;
        }

        _timer.Dispose();
        _disconnected.TrySetResult(new BleException(why, DeviceId));
    }
}
