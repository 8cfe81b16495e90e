using System.Diagnostics;
using System.Globalization;
using System.Text;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>Our central on hci0 against our peripheral on hci1, another process; which is then killed and started again.</summary>
internal static class Duplex
{
    public static async Task RunAsync(string[] args)
    {
        double seconds = double.Parse(args[0], CultureInfo.InvariantCulture);
        var central = new BlueZCentral("hci0");
        await using (central.ConfigureAwait(false))
        {
            using Process first = Children.Start("sensor", "hci1");
            BleAdvertisement[] found = await Lab.FindAsync(central, 1).ConfigureAwait(false);
            Lab.Say("found", $"{found[0].Name} {Convert.ToHexString(found[0].ManufacturerData.GetValueOrDefault((ushort)0xFFFF) ?? [])}");
            IBleLink link = await central.ConnectAsync(found[0].DeviceId, CancellationToken.None).ConfigureAwait(false);
            Lab.Say("mtu", link.Mtu);
            byte[] info = await link.ReadAsync(Lab.Service, SoftSensor.Info, CancellationToken.None).ConfigureAwait(false);
            Lab.Say("read", info.Length);
            await link.WriteAsync(Lab.Service, Lab.Command, Encoding.ASCII.GetBytes("with"), withResponse: true, CancellationToken.None).ConfigureAwait(false);
            await link.WriteAsync(Lab.Service, Lab.Command, Encoding.ASCII.GetBytes("without"), withResponse: false, CancellationToken.None).ConfigureAwait(false);
            var arrivals = new Arrivals(100_000);
            await link.SubscribeAsync(Lab.Service, Lab.Stream, arrivals.Take, CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
            arrivals.Say("duplex");

            first.Kill();
            var clock = Stopwatch.StartNew();
            BleException why = await link.Disconnected.WaitAsync(Lab.Patience).ConfigureAwait(false);
            Lab.Say("killed", why.Failure);
            Lab.Say("killed_after_ms", clock.ElapsedMilliseconds);
            await link.DisposeAsync().ConfigureAwait(false);
            await first.WaitForExitAsync().ConfigureAwait(false);

            using Process second = Children.Start("sensor", "hci1");
            clock.Restart();
            await Recovery.StreamAgainAsync(central, found[0].DeviceId).ConfigureAwait(false);
            Lab.Say("back_after_ms", clock.ElapsedMilliseconds);
            second.Kill();
        }

        Lab.Say("done", "yes");
    }
}
