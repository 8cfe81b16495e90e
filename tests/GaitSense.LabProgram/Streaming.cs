using System.Diagnostics;
using System.Globalization;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>Every sensor in range streams for some seconds: what arrived, how late, and what it cost.</summary>
internal static class Streaming
{
    public static async Task RunAsync(string[] args)
    {
        double seconds = double.Parse(args[0], CultureInfo.InvariantCulture);
        int count = int.Parse(args[1], CultureInfo.InvariantCulture);
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            var clock = Stopwatch.StartNew();
            BleAdvertisement[] found = await Lab.FindAsync(central, count).ConfigureAwait(false);
            Lab.Say("scan_ms", clock.ElapsedMilliseconds);
            foreach (BleAdvertisement device in found) Lab.Say("found", $"{device.DeviceId} {device.Name} {device.RssiDbm}");
            clock.Restart();
            IBleLink[] links = await Task.WhenAll(found.Select(d => central.ConnectAsync(d.DeviceId, CancellationToken.None))).ConfigureAwait(false);
            Lab.Say("connect_ms", clock.ElapsedMilliseconds);
            Arrivals[] arrivals = [.. links.Select(_ => new Arrivals(100_000))];
            for (int i = 0; i < links.Length; i++) await links[i].SubscribeAsync(Lab.Service, Lab.Stream, arrivals[i].Take, CancellationToken.None).ConfigureAwait(false);
            Lab.Say("mtu", links[0].Mtu);
            Lab.Say("rssi", await links[0].ReadRssiAsync(CancellationToken.None).ConfigureAwait(false) is { } rssi ? rssi : "none");

            await Task.Delay(2000).ConfigureAwait(false); // warm-up, and the sensors' own connection interval
            int before = arrivals.Sum(a => a.Count);
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan busy = Environment.CpuUsage.TotalTime;
            clock.Restart();
            await Task.Delay(TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
            double took = clock.Elapsed.TotalSeconds;
            double cpu = (Environment.CpuUsage.TotalTime - busy).TotalSeconds / took;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            int received = arrivals.Sum(a => a.Count) - before;
            Lab.Say("rate_hz", (received / took).ToString("0.0", CultureInfo.InvariantCulture));
            Lab.Say("cpu_percent", (100 * cpu).ToString("0.0", CultureInfo.InvariantCulture));
            Lab.Say("bytes_per_notification", (allocated / (double)received).ToString("0.00", CultureInfo.InvariantCulture));
            for (int i = 0; i < links.Length; i++) arrivals[i].Say("sensor" + (i + 1));
        }

        Lab.Say("done", "yes");
    }
}
