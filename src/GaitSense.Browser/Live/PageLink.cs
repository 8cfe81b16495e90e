using System.Runtime.Versioning;
using GaitSense.Devices;

namespace GaitSense.Browser.Live;

/// <summary>A connection that the page holds. One thread; the page does one thing at a time for each device.</summary>
[SupportedOSPlatform("browser")]
internal sealed class PageLink(int number, string deviceId, PageClock clock, Action ended) : IBleLink
{
    // Web Bluetooth does not tell; browsers ask for the most, and a value that is written stays below the least.
    private const int UnknownMtu = 23;

    private readonly List<BleNotificationHandler> _handlers = [];
    private readonly TaskCompletionSource<BleException> _gone = new();

    /// <inheritdoc/>
    public string DeviceId => deviceId;

    /// <inheritdoc/>
    public int Mtu => UnknownMtu;

    /// <inheritdoc/>
    public Task<BleException> Disconnected => _gone.Task;

    /// <inheritdoc/>
    public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
        PageRadio.Calling(deviceId, PageCalls.HasAsync(number, service.ToString(), characteristic.ToString()).WaitAsync(cancellationToken));

    /// <inheritdoc/>
    public Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        _handlers.Add(handler);
        return PageRadio.Calling(deviceId, Done(PageCalls.SubscribeAsync(number, service.ToString(), characteristic.ToString(), _handlers.Count - 1), cancellationToken));
    }

    /// <inheritdoc/>
    public Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken) =>
        PageRadio.Calling(deviceId, Done(PageCalls.WriteAsync(number, service.ToString(), characteristic.ToString(), value.ToArray(), withResponse), cancellationToken));

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
        Convert.FromBase64String(await PageRadio.Calling(deviceId, PageCalls.ReadAsync(number, service.ToString(), characteristic.ToString()).WaitAsync(cancellationToken)).ConfigureAwait(false));

    /// <inheritdoc/>
    public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        OnGone(new BleException(BleFailure.Closed, deviceId));
        await PageCalls.DisconnectAsync(number).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A notification came.</summary>
    public void Notify(int channel, ReadOnlySpan<byte> value, double atMs)
    {
        if (!_gone.Task.IsCompleted) _handlers[channel](value, clock.ToTimestamp(atMs));
    }

    /// <summary>It ended.</summary>
    public void OnGone(BleException why)
    {
        if (_gone.TrySetResult(why)) ended();
    }

    private static async Task<bool> Done(Task call, CancellationToken cancellationToken)
    {
        await call.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }
}
