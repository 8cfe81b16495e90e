using System.Numerics;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Simulation;

namespace GaitSense.Cli.Tests;

/// <summary>Faults in the middle of a walk with cues: each test's name says what must be seen, heard and found of the sentence in it.</summary>
public sealed class FaultScenarioTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Gyroscope_ThatDies_CuesFallSilentAndTheSensorIsNamed() =>
        (await Run("the left sensor's gyroscope gives zeros from 28 s on", f => f with { Reading = OfLeft((_, s, _) => new ImuSample(s.Time, s.AccelMps2, default)) }))
            .FallsSilent().Says("left", "gyroscope").LosesNothing();

    [Fact]
    public async Task Sensor_ThatFreezes_CuesFallSilentAndTheSensorIsNamed() =>
        (await Run("the left sensor gives one and the same reading from 28 s on", f => f with { Reading = OfLeft((_, s, last) => new ImuSample(s.Time, last.AccelMps2, last.GyroRadPerS)) }))
            .FallsSilent().Says("left", "same reading").LosesNothing();

    [Fact]
    public async Task Accelerometer_ThatReadsFourTimesTooMuch_CuesFallSilentAndTheSensorIsNamed() =>
        (await Run("the left sensor's accelerometer reads four times too much from 28 s on", f => f with { Reading = OfLeft((_, s, _) => new ImuSample(s.Time, s.AccelMps2 * 4, s.GyroRadPerS)) }))
            .FallsSilent().Says("left", "accelerometer").LosesNothing();

    [Fact]
    public async Task Sensor_OutOfReachForTwoSeconds_CuesFallSilentAndItIsSaid() =>
        (await Run("the right sensor is out of reach from 28 to 30 s", f => f with { OnTheAir = OfRight(o => o with { Away = (FaultScenario.AtS, FaultScenario.AtS + 2) }) }))
            .FallsSilent(FaultScenario.AtS + 2).Says("right: LOST").Says("right: live").LosesNothing();

    [Fact]
    public async Task Sensor_WhoseBatteryIsTakenOut_ComesBack() =>
        (await Run("the right sensor's battery is taken out and put back at 28 s", f => f with { OnTheAir = OfRight(o => o with { RestartS = FaultScenario.AtS }) }))
            .FallsSilent(FaultScenario.AtS + 1).Says("right", "restart").LosesNothing();

    [Fact]
    public async Task SoundCard_ThatHangs_IsSaidAndTheCuesAreLogged() =>
        (await Run("the sound card takes no more frames from 28 s on", f => f with { SoundHangsAtS = FaultScenario.AtS }))
            .FallsSilent().Says("sound", "hang").LosesNothing();

    [Fact]
    public async Task Stdout_ThatIsClosed_DoesNotEndTheWalk() =>
        (await Run("whoever read the walk's lines goes away at 28 s", f => f with { Around = (t, clock) => t with { Out = new ClosingWriter(t.Out, clock, FaultScenario.AtS) } }))
            .GoesOn().LosesNothing();

    [Fact]
    public async Task Stderr_ThatIsClosed_DoesNotEndTheWalk() =>
        (await Run("nobody takes warnings any more from 28 s on", f => f with { Around = (t, clock) => t with { Error = new ClosingWriter(t.Error, clock, FaultScenario.AtS) } }))
            .GoesOn().LosesNothing();

    [Fact]
    public async Task CtrlC_InTheMiddle_LosesNothing() =>
        (await Run("Ctrl-C at 28 s", f => f with { StopAtS = FaultScenario.AtS })).FallsSilent().LosesNothing(ExitCode.Interrupted);

    public void Dispose() => _folder.Dispose();

    private Task<FaultOutcome> Run(string sentence, Func<FaultScenario, FaultScenario> with) => with(new FaultScenario(sentence)).RunAsync(_folder);

    private static Func<Foot, double, ImuSample, ImuSample, ImuSample> OfLeft(Func<double, ImuSample, ImuSample, ImuSample> change) =>
        (foot, since, sample, last) => foot == Foot.Left ? change(since, sample, last) : sample;

    private static Func<Foot, SimulatedFootOptions, SimulatedFootOptions> OfRight(Func<SimulatedFootOptions, SimulatedFootOptions> change) => (foot, options) => foot == Foot.Right ? change(options) : options;
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
