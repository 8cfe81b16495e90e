using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.LabProgram;

/// <summary>The lab's sensor, played by our own peripheral: numbered, time-stamped notifications at 200 Hz while somebody wants them.</summary>
internal static class SoftSensor
{
    public static readonly Guid Info = new("6e400004-b5a3-f393-e0a9-e50e24dcca9e");

    public static async Task RunAsync(string[] args)
    {
        int written = 0;
        var peripheral = await BlueZPeripheral.StartAsync(args[0], Definition(() => written++), CancellationToken.None).ConfigureAwait(false);
        await using (peripheral.ConfigureAwait(false))
        {
            Lab.Say("sensor", "advertising");
            var sender = new Thread(() => Send(peripheral)) { IsBackground = true };
            sender.Start();
            BleException reason = await peripheral.Ended.ConfigureAwait(false);
            Lab.Say("sensor_ended", reason.Failure);
        }
    }

    private static BlePeripheralDefinition Definition(Action written) => new()
    {
        Name = "GaitSoft",
        AdvertisedServices = [Lab.Service],
        ManufacturerData = new Dictionary<ushort, byte[]> { [0xFFFF] = [1, 2, 3] },
        Services =
        [
            new BleServiceDefinition(Lab.Service,
            [
                new BleCharacteristicDefinition(Lab.Stream, BleCharacteristicUses.Notify) { SubscriptionChanged = on => Lab.Say("sensor_subscribed", on) },
                new BleCharacteristicDefinition(Lab.Command, BleCharacteristicUses.Write | BleCharacteristicUses.WriteWithoutResponse)
                {
                    Written = value =>
                    {
                        written();
                        Lab.Say("sensor_written", Encoding.ASCII.GetString(value));
                    },
                },
                new BleCharacteristicDefinition(Info, BleCharacteristicUses.Read) { Read = () => [.. Enumerable.Range(0, 60).Select(i => (byte)i)] },
            ]),
        ],
    };

    private static void Send(BlueZPeripheral peripheral)
    {
        byte[] packet = new byte[244];
        uint n = 0;
        long next = Stopwatch.GetTimestamp();
        while (!peripheral.Ended.IsCompleted)
        {
            next += Stopwatch.Frequency / 200;
            double waitMs = (next - Stopwatch.GetTimestamp()) * 1e3 / Stopwatch.Frequency;
            if (waitMs > 0) Thread.Sleep((int)waitMs);
            BinaryPrimitives.WriteUInt32LittleEndian(packet, n);
            BinaryPrimitives.WriteUInt64LittleEndian(packet.AsSpan(4), (ulong)Stopwatch.GetTimestamp());
            if (peripheral.TryNotify(Lab.Stream, packet)) n++;
        }
    }
}
