using System.Diagnostics;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>Connects again and again until data flow, as a foot sensor does.</summary>
internal static class Recovery
{
    public static async Task StreamAgainAsync(BlueZCentral central, string deviceId, string? hangUp = null)
    {
        var clock = Stopwatch.StartNew();
        string last = "";
        while (clock.Elapsed < Lab.Patience)
        {
            try
            {
                IBleLink link = await central.ConnectAsync(deviceId, CancellationToken.None).ConfigureAwait(false);
                await using (link.ConfigureAwait(false))
                {
                    var arrivals = new Arrivals(10_000);
                    await link.SubscribeAsync(Lab.Service, Lab.Stream, arrivals.Take, CancellationToken.None).ConfigureAwait(false);
                    await Lab.UntilAsync(() => arrivals.Count >= 20 || link.Disconnected.IsCompleted, "20 packets").ConfigureAwait(false);
                    if (arrivals.Count < 20) continue;
                    if (hangUp is null) return;
                    await Lab.SteerAsync(hangUp).ConfigureAwait(false);
                    await link.Disconnected.WaitAsync(Lab.Patience).ConfigureAwait(false);
                    return;
                }
            }
            catch (BleException e) when (e.IsTransient || e.Failure == BleFailure.ServiceMissing)
            {
                if (!string.Equals(e.Message, last, StringComparison.Ordinal)) Lab.Say("meanwhile", e.Message);
                last = e.Message;
                await Task.Delay(300).ConfigureAwait(false);
            }
        }

        throw new TimeoutException("No data again.");
    }
}
