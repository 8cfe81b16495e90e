using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using GaitSense.Devices;

namespace GaitSense.Browser.Live;

/// <summary>The page's Bluetooth. It cannot look around: a person chooses each sensor from the browser's own list, once.</summary>
[SupportedOSPlatform("browser")]
internal sealed class PageRadio(PageClock clock) : IBleCentral
{
    private readonly Dictionary<int, PageLink> _links = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken) =>
        [new("Bluetooth", null, await PageCalls.IsAvailableAsync().WaitAsync(cancellationToken).ConfigureAwait(false) ? null : new BleException(BleFailure.NotSupported, "this browser"))];

    /// <inheritdoc/>
    public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        throw new BleException(BleFailure.NotSupported, "this browser", "it shows a list of its own");
#pragma warning disable CS0162 // an iterator needs one
        yield break;
#pragma warning restore CS0162
    }

    /// <inheritdoc/>
    public async Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deviceId);
        Task<int> connecting = PageCalls.ConnectAsync(deviceId);
        try
        {
            int number = await Calling(deviceId, connecting.WaitAsync(cancellationToken)).ConfigureAwait(false);
            var link = new PageLink(number, deviceId, clock, () => _links.Remove(number));
            _links.Add(number, link);
            return link;
        }
        catch (OperationCanceledException)
        {
            _ = LetGoAsync(connecting);
            throw;
        }
    }

    // What nobody waits for any more shall not stay connected a moment later.
    private static async Task LetGoAsync(Task<int> connecting)
    {
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully) await PageCalls.DisconnectAsync(await connecting.ConfigureAwait(false)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A notification came.</summary>
    public void Notify(int link, int channel, ReadOnlySpan<byte> value, double atMs)
    {
        if (_links.TryGetValue(link, out PageLink? open)) open.Notify(channel, value, atMs);
    }

    /// <summary>A connection ended.</summary>
    /// <param name="link">Which.</param>
    /// <param name="kind">Name of a <see cref="BleFailure"/>.</param>
    /// <param name="message">What the browser said.</param>
    public void OnGone(int link, string kind, string message)
    {
        if (_links.TryGetValue(link, out PageLink? open)) open.OnGone(Failure(open.DeviceId, kind, message));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (PageLink link in _links.Values.ToList()) await link.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for what the page does; what it says of a failure is "KIND\nMESSAGE".</summary>
    internal static async Task<T> Calling<T>(string device, Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (JSException e)
        {
            string[] said = e.Message.Split('\n', 2);
            throw said.Length == 2 ? Failure(device, said[0], said[1]) : Failure(device, nameof(BleFailure.Failed), e.Message);
        }
    }

    private static BleException Failure(string device, string kind, string message) =>
        new(Enum.TryParse(kind, out BleFailure known) ? known : BleFailure.Failed, device, message.Length == 0 ? null : message);
}
