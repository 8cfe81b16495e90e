using System.Diagnostics;
using System.Globalization;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>One fault each: what the link says, how soon, and that data flow again.</summary>
internal static class Faults
{
    public static Task VanishAsync(string[] args) => RunAsync(() => Lab.SteerAsync("GaitL vanish"), () => Lab.SteerAsync("GaitL return"));

    public static Task HangUpAsync(string[] args) => RunAsync(() => Lab.SteerAsync("GaitL hangup"), () => Task.CompletedTask);

    public static Task PowerAsync(string[] args) => RunAsync(() => Lab.PowerAsync(on: false), () => Lab.PowerAsync(on: true));

    public static Task DaemonAsync(string[] args) => RunAsync(
        () =>
        {
            Lab.KillBluetoothd();
            return Task.CompletedTask;
        },
        async () =>
        {
            Lab.StartBluetoothd();
            for (int i = 0; i < 40; i++)
            {
                await Task.Delay(250).ConfigureAwait(false);
                await Lab.PowerAsync(on: true).ConfigureAwait(false);
                if (await IsReadyAsync().ConfigureAwait(false)) return;
            }
        });

    /// <summary>A program that holds the link is killed hard; another takes over.</summary>
    public static async Task OrphanAsync(string[] args)
    {
        using Process holder = Children.Start("hold");
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            await Task.Delay(12_000).ConfigureAwait(false);
            holder.Kill();
            await holder.WaitForExitAsync().ConfigureAwait(false);
            BleAdvertisement[] found = await Lab.FindAsync(central, 1).ConfigureAwait(false);
            Lab.Say("left_behind", found[0].IsConnected);
            var clock = Stopwatch.StartNew();
            await Recovery.StreamAgainAsync(central, found[0].DeviceId).ConfigureAwait(false);
            Lab.Say("taken_over_after_ms", clock.ElapsedMilliseconds);
        }

        Lab.Say("done", "yes");
    }

    /// <summary>Holds a link until it is killed.</summary>
    public static async Task HoldAsync(string[] args)
    {
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            BleAdvertisement[] found = await Lab.FindAsync(central, 1).ConfigureAwait(false);
            IBleLink link = await central.ConnectAsync(found[0].DeviceId, CancellationToken.None).ConfigureAwait(false);
            await link.SubscribeAsync(Lab.Service, Lab.Stream, new Arrivals(100_000).Take, CancellationToken.None).ConfigureAwait(false);
            Lab.Say("holding", "yes");
            await link.Disconnected.ConfigureAwait(false);
        }
    }

    /// <summary>Connects and disconnects many times, and says what is left behind.</summary>
    public static async Task ReconnectsAsync(string[] args)
    {
        int count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            BleAdvertisement[] found = await Lab.FindAsync(central, 1).ConfigureAwait(false);
            for (int i = 1; i <= count; i++)
            {
                await Recovery.StreamAgainAsync(central, found[0].DeviceId, hangUp: "GaitL hangup").ConfigureAwait(false);
                if (i == 5 || i == count) Leftovers("after" + i.ToString(CultureInfo.InvariantCulture));
            }
        }

        Lab.Say("done", "yes");
    }

    /// <summary>What the adapters' state is, in words.</summary>
    public static async Task CheckAsync(string[] args)
    {
        var central = new BlueZCentral(args.Length > 0 ? args[0] : null);
        await using (central.ConfigureAwait(false))
        {
            foreach (BleAdapterState state in await central.CheckAsync(CancellationToken.None).ConfigureAwait(false))
                Lab.Say("adapter", $"{state.Name} {state.Problem?.Failure.ToString() ?? "ready"} {state.Problem?.Message}");
            try
            {
                await central.ConnectAsync("C0:00:00:00:00:77", CancellationToken.None).ConfigureAwait(false);
            }
            catch (BleException e)
            {
                Lab.Say("connect", $"{e.Failure} {e.Message}");
            }
        }

        Lab.Say("done", "yes");
    }

    private static void Leftovers(string name)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        string[] descriptors = [.. Directory.GetFileSystemEntries("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget ?? "")]; // one of them is the listing's own and gone
        Lab.Say(name + ".descriptors", descriptors.Length);
        Lab.Say(name + ".assemblies", descriptors.Count(d => d.EndsWith(".dll", StringComparison.Ordinal)));
        Lab.Say(name + ".sockets", descriptors.Count(d => d.StartsWith("socket", StringComparison.Ordinal)));
        Lab.Say(name + ".threads", self.Threads.Count);
        Lab.Say(name + ".managed_kb", GC.GetTotalMemory(forceFullCollection: true) / 1024);
        Lab.Say(name + ".resident_kb", self.WorkingSet64 / 1024);
    }

    private static async Task RunAsync(Func<Task> fault, Func<Task> repair)
    {
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            BleAdvertisement[] found = await Lab.FindAsync(central, 1).ConfigureAwait(false);
            IBleLink link = await central.ConnectAsync(found[0].DeviceId, CancellationToken.None).ConfigureAwait(false);
            var arrivals = new Arrivals(100_000);
            await link.SubscribeAsync(Lab.Service, Lab.Stream, arrivals.Take, CancellationToken.None).ConfigureAwait(false);
            await Lab.UntilAsync(() => arrivals.Count > 200, "200 packets").ConfigureAwait(false);

            var clock = Stopwatch.StartNew();
            await fault().ConfigureAwait(false);
            Lab.Say("fault_ms", clock.ElapsedMilliseconds);
            BleException why = await link.Disconnected.WaitAsync(Lab.Patience).ConfigureAwait(false);
            Lab.Say("failure", why.Failure);
            Lab.Say("told_after_ms", clock.ElapsedMilliseconds);
            Lab.Say("message", why.Message);
            int count = arrivals.Count;
            foreach (BleAdapterState state in await central.CheckAsync(CancellationToken.None).ConfigureAwait(false)) Lab.Say("state", state.Problem?.Failure.ToString() ?? "ready");

            await repair().ConfigureAwait(false);
            clock.Restart();
            await Recovery.StreamAgainAsync(central, found[0].DeviceId).ConfigureAwait(false);
            Lab.Say("back_after_ms", clock.ElapsedMilliseconds);
            Lab.Say("late_packets", arrivals.Count - count);
            await link.DisposeAsync().ConfigureAwait(false);
        }

        Lab.Say("done", "yes");
    }

    private static async Task<bool> IsReadyAsync()
    {
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
            return (await central.CheckAsync(CancellationToken.None).ConfigureAwait(false))[0].IsReady;
    }
}
