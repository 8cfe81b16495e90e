using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Cli.Commands;

/// <summary>Options that change the sensors of a simulated walk.</summary>
internal sealed class SimulateOptions
{
    private readonly Option<double?> _rate = Number("--rate", "HZ", "Readings a second.", 10, 2000);
    private readonly Option<double?> _accRange = Number("--acc-range", "G", "Accelerometer range: harder impacts clip.", 2, 400);
    private readonly Option<double?> _gyroRange = Number("--gyro-range", "DPS", "Gyroscope range, degrees a second: faster turns clip.", 100, 10_000);
    private readonly Option<double?> _noise = Number("--noise", "TIMES", "Noise and biases, times those of the walk's sensors.", 0, 100);
    private readonly Option<double?> _loss = Number("--loss", "PERCENT", "Readings lost over the radio, in bursts.", 0, 60);
    private readonly Option<double?> _packet = Number("--packet", "N", "Readings in one radio packet, lost together. Goes with --loss.", 1, 100);
    private readonly Option<double?> _soft = Number("--soft", "HZ", "A soft strap that rings at this frequency; 15 to 30 is usual.", 5, 100);
    private readonly Option<double?> _slip = Number("--slip", "DEGREES", "How far the straps slip forward on the foot, at --slip-at.", -90, 90);
    private readonly Option<double?> _slipAt = Number("--slip-at", "S", "When they slip. Default: 25.", 0, 86400);
    private readonly Option<bool> _undeclared = new("--unknown-mounting") { Description = "Leave out of the recording how the sensors sit." };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_rate, _accRange, _gyroRange, _noise, _loss, _packet, _soft, _slip, _slipAt, _undeclared];

    /// <summary>The sensors, changed as asked.</summary>
    /// <exception cref="UsageException">Options that make no sense together.</exception>
    public ImuErrorModel Apply(ParseResult parsed, ImuErrorModel sensor)
    {
        double? loss = parsed.GetValue(_loss), packet = parsed.GetValue(_packet), slip = parsed.GetValue(_slip), slipAt = parsed.GetValue(_slipAt);
        if (packet is not null && loss is null) throw new UsageException("--packet says how many readings are lost together: give --loss too.");
        if (slipAt is not null && slip is null) throw new UsageException("--slip-at says when the straps slip: give --slip too.");
        double noise = parsed.GetValue(_noise) ?? 1;
        return sensor with
        {
            RateHz = parsed.GetValue(_rate) ?? sensor.RateHz,
            AccelRangeMps2 = parsed.GetValue(_accRange) * FootState.GravityMps2 ?? sensor.AccelRangeMps2,
            GyroRangeRadPerS = parsed.GetValue(_gyroRange) * Math.PI / 180 ?? sensor.GyroRangeRadPerS,
            AccelNoiseMps2PerRootHz = noise * sensor.AccelNoiseMps2PerRootHz,
            GyroNoiseRadPerSPerRootHz = noise * sensor.GyroNoiseRadPerSPerRootHz,
            AccelBiasSdMps2 = noise * sensor.AccelBiasSdMps2,
            GyroBiasSdRadPerS = noise * sensor.GyroBiasSdRadPerS,
            AccelBiasWalkMps2PerRootS = noise * sensor.AccelBiasWalkMps2PerRootS,
            GyroBiasWalkRadPerSPerRootS = noise * sensor.GyroBiasWalkRadPerSPerRootS,
            Radio = loss is { } percent ? new RadioModel { SamplesPerPacket = (int)(packet ?? 1), LossShare = percent / 100 } : sensor.Radio,
            SoftMountHz = parsed.GetValue(_soft) ?? sensor.SoftMountHz,
            SlipRad = slip is { } degrees ? new Vector3D(0, degrees * Math.PI / 180, 0) : sensor.SlipRad,
            SlipAtS = slipAt ?? sensor.SlipAtS,
            SlipFoot = slip is null ? sensor.SlipFoot : null,
            MountingDeclared = sensor.MountingDeclared && !parsed.GetValue(_undeclared),
        };
    }

    /// <summary>The options given, as they would be typed again; empty when none was.</summary>
    public string Typed(ParseResult parsed) => string.Concat(
        All.Where(o => parsed.GetResult(o) is { Implicit: false })
            .Select(o => $" {o.Name}{string.Concat(parsed.GetResult(o)!.Tokens.Select(t => $" {t.Value}"))}"));

    private static Option<double?> Number(string name, string help, string description, double least, double most)
    {
        var option = new Option<double?>(name) { HelpName = help, Description = FormattableString.Invariant($"{description} {least} to {most}.") };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is { } value && !(value >= least && value <= most))
                result.AddError(FormattableString.Invariant($"{name} is {result.Tokens[0].Value}; it should be {least} to {most}."));
        });
        return option;
    }
}
