using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;
using GaitSense.Simulation.Radio;

namespace GaitSense.Cli.Tests;

/// <summary>Faults in the middle of a walk with cues: each test's name says what must be seen, heard and found of the sentence in it.</summary>
public sealed class FaultScenarioTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Nothing_ThatGoesWrong_IsCuedToTheEndAndSaidByNobody()
    {
        FaultOutcome outcome = await Run("nothing goes wrong", f => f);
        outcome.GoesOn().Hears().LosesNothing().Walk.Error.ShouldNotContain("warning");
        outcome.Walk.Error.ShouldNotContain("LOST");
    }

    [Fact]
    public async Task Gyroscope_ThatDies_CuesFallSilentAndTheSensorIsNamed() =>
        (await Run("the left sensor's gyroscope gives zeros from 21 s on", f => f with { Reading = OfLeft((s, _) => new ImuSample(s.Time, s.AccelMps2, default)) }))
            .FallsSilent().Says(" s  left   sensor", "gyroscope").Says("cues", "a sensor was not heard").LosesNothing();

    [Fact]
    public async Task Sensor_ThatFreezes_CuesFallSilentAndTheSensorIsNamed() =>
        (await Run("the left sensor gives one and the same reading from 21 s on", f => f with { Reading = OfLeft((s, before) => new ImuSample(s.Time, before[^1].AccelMps2, before[^1].GyroRadPerS)) }))
            .FallsSilent().Says(" s  left   sensor", "same reading").LosesNothing();

    [Fact]
    public async Task Accelerometer_ThatReadsFourTimesTooMuch_IsNamedAndNotCued()
    {
        FaultOutcome outcome = await Run("the left sensor's accelerometer is set to another range than it says, from the start", f => f with { OnTheAir = OfLeft(o => o with { Samples = FourTimes(o.Samples) }) });
        outcome.BeatsS.ShouldBeEmpty();
        outcome.Says("left accelerometer", "scale").Says("cues", "readings cannot be right").LosesNothing();
    }

    [Fact]
    public async Task Sensor_OutOfReachForTwoSeconds_CuesFallSilentAndItIsSaid() =>
        (await Run("the right sensor is out of reach from 21 to 23 s", f => f with { OnTheAir = OfRight(o => o with { Away = (FaultScenario.AtS, FaultScenario.AtS + 2) }) }))
            .FallsSilent(FaultScenario.AtS + 2).Says("right: LOST").Says("right: live").Hears().LosesNothing();

    [Fact]
    public async Task Sensor_WhoseBatteryIsTakenOut_ComesBack() =>
        (await Run("the right sensor's battery is taken out and put back at 21 s", f => f with { OnTheAir = OfRight(o => o with { RestartS = FaultScenario.AtS }) }))
            .FallsSilent(FaultScenario.AtS + 1).Says("right", "restart").LosesNothing();

    [Fact]
    public async Task Sensor_ThatStaysAway_CuesStaySilentAndHowLongItWasThereIsSaid() =>
        (await Run("the left sensor's battery is empty at 21 s", f => f with { OnTheAir = OfLeft(o => o with { Away = (FaultScenario.AtS, double.PositiveInfinity) }) }))
            .FallsSilent().Says("left: LOST").Says("left sensor", "there for").LosesNothing();

    [Fact]
    public async Task Sensor_ThatSendsBytesOfAnotherKind_IsLostAndNotLive() =>
        (await Run("from 21 s on the sensors' packets hold nothing that can be read", f => f with { Firmware = clock => says => new NonsenseFirmware(says, () => clock.NowS >= FaultScenario.AtS) }))
            .FallsSilent().Says("right: LOST", "no samples").LosesNothing();

    [Fact]
    public async Task Walker_WhoStandsStill_IsNotCued() =>
        (await Run("the walker stops at 21 s", f => f with { Reading = (_, s, before) => new ImuSample(s.Time, AsItStood(s, before).AccelMps2, AsItStood(s, before).GyroRadPerS) }))
            .FallsSilent().Says("cues", "silent").LosesNothing();

    [Fact]
    public async Task Key_ThatSilences_IsHeardAtOnceAndUntilItIsTakenBack() =>
        (await Run("the helper presses s at 21 s and g at 24 s", f => f with { Around = (t, clock) => t with { ReadKey = Keys(clock, (FaultScenario.AtS, 's'), (FaultScenario.AtS + 3, 'g')) } }))
            .FallsSilent(FaultScenario.AtS + 3).GoesOn().Says("cues", "somebody stopped").LosesNothing();

    [Fact]
    public async Task ResultsFolder_ThatGoesAway_DoesNotEndTheWalkOrItsCues()
    {
        FaultOutcome outcome = await Run("the folder of the results is taken away at 21 s", f => f with { Happens = t => Directory.Delete(t["out"], recursive: true) });
        outcome.GoesOn().Says("RESULTS STOPPED").RecordingIsWhole().Walk.Code.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public async Task RecordingFolder_ThatGoesAway_DoesNotEndTheWalkOrItsCues()
    {
        FaultOutcome outcome = await Run("the folder of the recording is taken away at 21 s", f => f with { Happens = t => Directory.Delete(t["rec"], recursive: true) });
        outcome.GoesOn().Says("RECORDING STOPPED").ResultsAreWhole().Walk.Code.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public async Task SoundCard_ThatIsNotThere_IsSaidAndTheWalkGoesOn()
    {
        FaultOutcome outcome = await Run("there is no sound card", f => f with { Around = (t, _) => t with { Sound = (_, _) => throw new SoundException("default", "there is no sound card") } });
        outcome.BeatsS.ShouldBeEmpty();
        outcome.Says("warning: no sound").LosesNothing();
    }

    [Fact]
    public async Task Stdout_ThatIsClosed_DoesNotEndTheWalk() =>
        (await Run("whoever read the walk's lines goes away at 21 s", f => f with { Around = (t, clock) => t with { Out = new LastingWriter(() => new ClosingWriter(t.Out, clock, FaultScenario.AtS)) } }))
            .GoesOn().LosesNothing();

    [Fact]
    public async Task Stderr_ThatIsClosed_DoesNotEndTheWalk() =>
        (await Run("nobody takes warnings any more from 21 s on", f => f with { Around = (t, clock) => t with { Error = new LastingWriter(() => new ClosingWriter(t.Error, clock, FaultScenario.AtS)) } }))
            .GoesOn().LosesNothing();

    [Fact]
    public async Task CtrlC_InTheMiddle_LosesNothing() =>
        (await Run("Ctrl-C at 21 s", f => f with { StopAtS = FaultScenario.AtS })).FallsSilent().LosesNothing(ExitCode.Interrupted);

    public void Dispose() => _folder.Dispose();

    private Task<FaultOutcome> Run(string sentence, Func<FaultScenario, FaultScenario> with) => with(new FaultScenario(sentence)).RunAsync(_folder);

    private static Func<Foot, ImuSample, ImuSample[], ImuSample> OfLeft(Func<ImuSample, ImuSample[], ImuSample> change) => (foot, sample, before) => foot == Foot.Left ? change(sample, before) : sample;

    private static Func<Foot, SimulatedFootOptions, SimulatedFootOptions> OfLeft(Func<SimulatedFootOptions, SimulatedFootOptions> change) => (foot, options) => foot == Foot.Left ? change(options) : options;

    private static Func<Foot, SimulatedFootOptions, SimulatedFootOptions> OfRight(Func<SimulatedFootOptions, SimulatedFootOptions> change) => (foot, options) => foot == Foot.Right ? change(options) : options;

    private static ImuSample[] FourTimes(ReadOnlyMemory<ImuSample> samples) => Array.ConvertAll(samples.ToArray(), s => new ImuSample(s.Time, s.AccelMps2 * 4, s.GyroRadPerS));

    // The first second of the walk is all standing.
    private static ImuSample AsItStood(ImuSample sample, ImuSample[] before) => before[(int)(sample.Time.Microseconds / 5000) % 200];

    private static Func<char?> Keys(VirtualTime clock, params (double AtS, char Key)[] keys)
    {
        Queue<(double AtS, char Key)> waiting = new(keys);
        return () => waiting.TryPeek(out (double AtS, char Key) next) && clock.NowS >= next.AtS ? waiting.Dequeue().Key : null;
    }
}

/// <summary>A stream whose reader goes away.</summary>
internal sealed class ClosingWriter(TextWriter inner, VirtualTime clock, double atS) : TextWriter
{
    public override System.Text.Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (clock.NowS >= atS) throw new IOException("Broken pipe");
        inner.Write(value);
    }
}
