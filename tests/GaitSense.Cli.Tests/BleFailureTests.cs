using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Protocol;

namespace GaitSense.Cli.Tests;

/// <summary>Whatever the world does to Bluetooth, the answer is one line that says what to do.</summary>
public sealed class BleFailureTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData(BleFailure.NoAdapter, "no such Bluetooth adapter", "--adapter")]
    [InlineData(BleFailure.AdapterOff, "switched off", "bluetoothctl power on")]
    [InlineData(BleFailure.AdapterBlocked, "blocked", "rfkill unblock bluetooth")]
    [InlineData(BleFailure.PermissionDenied, "may not use Bluetooth", "group bluetooth")]
    [InlineData(BleFailure.ServiceAbsent, "service is not running", "systemctl start bluetooth")]
    [InlineData(BleFailure.NotSupported, "cannot be used", "another adapter")]
    public async Task AnyCommand_BluetoothThatCannotBeUsed_IsOneLineWithWhatToDo(BleFailure failure, string what, string advice)
    {
        foreach (string[] args in (string[][])[["scan"], ["walk", "--ble"], ["walk", "--ble", "--left", "A"], ["record", "--ble", "--out", _folder["rec"]]])
        {
            // It is known before anything is begun; or, where it was well then, when the scan begins; or when the backend is opened.
            (await RunAsync(args, () => FakeCentral.Unusable(failure))).ShouldFailInOneLine("hci0", what, advice);
            (await RunAsync(args, () => throw new BleException(failure, "hci0"))).ShouldFailInOneLine("hci0", what, advice);
            if (!args.Contains("--left"))
                (await RunAsync(args, () => new FakeCentral { ScanFailure = new BleException(failure, "hci0") })).ShouldFailInOneLine("hci0", what, advice);
        }

        Cli.Outcome sensor = await Cli.RunAsync(["sensor", "--simulate", "healthy", "--foot", "left"], t => t with { Peripheral = (_, _, _) => throw new BleException(failure, "hci0") }, TestContext.Current.CancellationToken);
        sensor.ShouldFailInOneLine("hci0", what, advice);
        Directory.Exists(_folder["rec"]).ShouldBeFalse();

        // A machine without Bluetooth replays and analyses all the same.
        foreach (Func<FakeCentral> central in (Func<FakeCentral>[])[() => FakeCentral.Unusable(failure), () => throw new BleException(failure, "hci0")])
        {
            Cli.Outcome doctor = await RunAsync(["doctor"], central);
            doctor.Code.ShouldBe(ExitCode.Done, doctor.Error);
            string line = string.Join(' ', doctor.Out[doctor.Out.IndexOf("Bluetooth ", StringComparison.Ordinal)..].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            foreach (string part in new[] { "not ready", "hci0", what, advice }) line.ShouldContain(part);
            doctor.Error.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(BleFailure.DeviceNotFound, "not in range", "gaitsense scan")]
    [InlineData(BleFailure.DeviceBusy, "connected elsewhere", "close the other program")]
    [InlineData(BleFailure.ConnectionFailed, "could not be made", "nearer")]
    [InlineData(BleFailure.ServiceMissing, "lacks a service", "firmware")]
    [InlineData(BleFailure.PairingRequired, "paired", "Bluetooth settings")]
    public async Task Walk_ASensorThatCannotBeReached_IsNamedInOneLine(BleFailure failure, string what, string advice)
    {
        FakeCentral Central() => new()
        {
            Heard = [FakeCentral.Sensor(FeetOnTheAir.LeftId, Foot.Left), FakeCentral.Sensor(FeetOnTheAir.RightId, Foot.Right)],
            Connect = (id, _) => Task.FromException<IBleLink>(new BleException(failure, id)),
        };
        (await RunAsync(["walk", "--ble", "--right", FeetOnTheAir.RightId], Central)).ShouldEndInOneLine(FeetOnTheAir.RightId, what, advice);
        (await RunAsync(["record", "--ble", "--out", _folder["rec"]], Central)).ShouldEndInOneLine(FeetOnTheAir.LeftId, what, advice);
        _folder.Files("rec").ShouldBeEmpty();
        File.Exists(_folder["sensors.json"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(BleFailure.ConnectionFailed, 3)]
    [InlineData(BleFailure.DeviceBusy, 3)]
    [InlineData(BleFailure.AdapterOff, 1)]
    [InlineData(BleFailure.PairingRequired, 1)]
    public async Task Walk_FirstConnectionFails_IsTriedAgainWhereThatMayHelpAndEachReasonIsSaid(BleFailure failure, int attempts)
    {
        int tried = 0;
        var central = new FakeCentral
        {
            Connect = (id, _) =>
            {
                tried++;
                return Task.FromException<IBleLink>(new BleException(failure, id, "the true reason"));
            },
        };
        // A clock that jumps would take the patience for an attempt for time that went by.
        Cli.Outcome outcome = await Cli.RunAsync(["walk", "--ble", "--left", FeetOnTheAir.LeftId], t => t with { Bluetooth = _ => central, SensorsFile = _folder["sensors.json"], Time = TimeProvider.System }, TestContext.Current.CancellationToken);
        tried.ShouldBe(attempts);
        outcome.Errors.Count(l => l.StartsWith("left: NOT CONNECTED (", StringComparison.Ordinal) && l.Contains("the true reason", StringComparison.Ordinal)).ShouldBe(attempts - 1, outcome.Error);
        outcome.ShouldEndInOneLine(FeetOnTheAir.LeftId, "the true reason");
    }

    [Fact]
    public async Task Walk_AnotherProtocolVersion_SaysWhichAndWhatToUpdate()
    {
        var feet = new FeetOnTheAir(firmware: usual => new OtherVersionFirmware(usual));
        Cli.Outcome outcome = await feet.RunAsync(["walk", "--ble"], _folder["sensors.json"]);
        outcome.ShouldEndInOneLine("C0:00:00:00:00:0", "version 2.1", $"speaks {ProtocolVersion.Current}", "update the program");
        File.Exists(_folder["sensors.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Doctor_BluetoothThatIsReady_NamesEachAdapter()
    {
        Cli.Outcome outcome = await RunAsync(["doctor"], () => new FakeCentral
        {
            Adapters = [new("hci0", "00:11:22:33:44:55", Problem: null), new("hci1", "00:11:22:33:44:56", new BleException(BleFailure.AdapterOff, "hci1"))],
        });
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("Bluetooth   hci0 00:11:22:33:44:55: ready\n");
        outcome.Out.ShouldContain("Bluetooth   not ready: hci1: ");
    }

    [Fact]
    public async Task Walk_CtrlCWhileLookingForSensors_Is130()
    {
        using var stop = new CancellationTokenSource();
        var central = new FakeCentral { Heard = [FakeCentral.Sensor("A", Foot.Left)] };
        Cli.Outcome outcome = await Cli.RunAsync(
            ["walk", "--ble"],
            t => t with
            {
                Bluetooth = _ =>
                {
                    stop.Cancel();
                    return central;
                },
                SensorsFile = _folder["sensors.json"],
            },
            stop.Token);
        outcome.Code.ShouldBe(ExitCode.Interrupted, outcome.Error);
        outcome.Errors.ShouldBe(["gaitsense: stopped."]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<Cli.Outcome> RunAsync(string[] args, Func<FakeCentral> central) =>
        Cli.RunAsync(args, t => t with { Bluetooth = _ => central(), SensorsFile = _folder["sensors.json"] }, TestContext.Current.CancellationToken);
}
