using System.Diagnostics;
using System.Globalization;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>What the way to bluetoothd costs: connecting, writing, being notified. Not a test of the radio: its time is in all of these.</summary>
internal static class Cost
{
    /// <summary>COUNT writes; then, where they are not the lab's own, SERVICE STREAM COMMAND and the bytes to write, in hexadecimal.</summary>
    public static async Task RunAsync(string[] args)
    {
        int count = int.Parse(args[0], CultureInfo.InvariantCulture);
        (Guid service, Guid stream, Guid command) = args.Length > 1 ? (new Guid(args[1]), new Guid(args[2]), new Guid(args[3])) : (Lab.Service, Lab.Stream, Lab.Command);
        byte[] value = args.Length > 4 ? Convert.FromHexString(args[4]) : "without"u8.ToArray();
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            long began = Stopwatch.GetTimestamp();
            await central.CheckAsync(CancellationToken.None).ConfigureAwait(false);
            Say("open_ms", began);
            string device = await FindAsync(central, service).ConfigureAwait(false);
            began = Stopwatch.GetTimestamp();
            IBleLink link = await central.ConnectAsync(device, CancellationToken.None).ConfigureAwait(false);
            Say("connect_ms", began);
            var arrivals = new Arrivals(100_000);
            await link.SubscribeAsync(service, stream, arrivals.Take, CancellationToken.None).ConfigureAwait(false);
            Say("subscribed_ms", began);
            foreach (bool withResponse in (bool[])[false, true])
            {
                await WriteAsync(100, withResponse).ConfigureAwait(false);
                double[] ms = await WriteAsync(count, withResponse).ConfigureAwait(false);
                string name = withResponse ? "write_with_response" : "write";
                Lab.Say(name + ".p50_ms", F(ms[ms.Length / 2]));
                Lab.Say(name + ".p99_ms", F(ms[(int)(ms.Length * 0.99)]));
                Lab.Say(name + ".max_ms", F(ms[^1]));
            }

            await Task.Delay(3000).ConfigureAwait(false); // the compiler's work after so many calls
            int before = arrivals.Count;
            (long bytes, TimeSpan cpu) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
            await Task.Delay(5000).ConfigureAwait(false);
            int received = arrivals.Count - before;
            Lab.Say("notifications.per_s", received / 5);
            if (received > 0) Lab.Say("notifications.bytes_each", (GC.GetTotalAllocatedBytes(precise: true) - bytes) / received);
            Lab.Say("notifications.cpu_percent", F((Environment.CpuUsage.TotalTime - cpu).TotalSeconds / 5 * 100));
            arrivals.Say("cost");
            await link.DisposeAsync().ConfigureAwait(false);

            async Task<double[]> WriteAsync(int writes, bool withResponse)
            {
                double[] ms = new double[writes];
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                for (int i = 0; i < writes; i++)
                {
                    long at = Stopwatch.GetTimestamp();
                    await link.WriteAsync(service, command, value, withResponse, CancellationToken.None).ConfigureAwait(false);
                    ms[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
                }

                if (writes == count) Lab.Say((withResponse ? "write_with_response" : "write") + ".bytes", (GC.GetTotalAllocatedBytes(precise: true) - allocated) / writes);
                Array.Sort(ms);
                return ms;
            }
        }

        Lab.Say("done", "yes");
    }

    private static async Task<string> FindAsync(BlueZCentral central, Guid service)
    {
        using var limit = new CancellationTokenSource(Lab.Patience);
        await foreach (BleAdvertisement device in central.ScanAsync(new BleScanFilter { Services = [service] }, limit.Token).ConfigureAwait(false)) return device.DeviceId;
        throw new InvalidOperationException("No sensor was found.");
    }

    private static void Say(string name, long began) => Lab.Say(name, F(Stopwatch.GetElapsedTime(began).TotalMilliseconds));

    private static string F(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);
}
