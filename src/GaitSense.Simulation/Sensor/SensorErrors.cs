using GaitSense.Core;

namespace GaitSense.Simulation.Sensor;

/// <summary>The errors of three axes of one kind: scale, coupling, bias and its walk, noise, range, rounding.</summary>
internal sealed class SensorErrors
{
    private readonly DeterministicRandom _random;
    private readonly Vector3D _row0, _row1, _row2;
    private readonly double _noise, _walk, _range, _step;
    private readonly Vector3D _biasPerK;
    private Vector3D _bias;

    public SensorErrors(ImuErrorModel model, double noisePerRootHz, double biasSd, double walkPerRootS, double range, double biasPerKSd, DeterministicRandom random, DeterministicRandom warmth)
    {
        _random = random;
        _noise = noisePerRootHz * Math.Sqrt(model.RateHz / 2);
        _walk = walkPerRootS / Math.Sqrt(model.RateHz);
        _range = range;
        _step = model.Bits > 0 && double.IsFinite(range) ? 2 * range / Math.Pow(2, model.Bits) : 0;
        _bias = Draw(biasSd);
        Vector3D scale = Draw(model.ScaleErrorSd), above = Draw(model.CrossAxisSd), below = Draw(model.CrossAxisSd);
        _biasPerK = new(biasPerKSd * warmth.NextNormal(), biasPerKSd * warmth.NextNormal(), biasPerKSd * warmth.NextNormal());
        _row0 = new(1 + scale.X, above.X, above.Y);
        _row1 = new(below.X, 1 + scale.Y, above.Z);
        _row2 = new(below.Y, below.Z, 1 + scale.Z);
    }

    /// <summary>Whether an axis of a reading is at the end of the range.</summary>
    public bool IsAtEnd(in Vector3D reading)
    {
        double end = Limit(double.MaxValue);
        return Math.Abs(reading.X) >= end || Math.Abs(reading.Y) >= end || Math.Abs(reading.Z) >= end;
    }

    /// <summary>One reading of the sensor, <paramref name="warmerK"/> above the temperature it started with.</summary>
    public Vector3D Read(in Vector3D truth, double warmerK)
    {
        Vector3D noise = Draw(_noise);
        Vector3D read = new Vector3D(Vector3D.Dot(_row0, truth), Vector3D.Dot(_row1, truth), Vector3D.Dot(_row2, truth)) + _bias + noise + (_biasPerK * warmerK);
        _bias += Draw(_walk);
        return new(Limit(read.X), Limit(read.Y), Limit(read.Z));
    }

    private double Limit(double value)
    {
        if (_step == 0) return Math.Clamp(value, -_range, _range);
        double counts = Math.Round(value / _step);
        double most = Math.Round(_range / _step);
        return Math.Clamp(counts, -most, most - 1) * _step;
    }

    private Vector3D Draw(double sd) => new(sd * _random.NextNormal(), sd * _random.NextNormal(), sd * _random.NextNormal());
}
