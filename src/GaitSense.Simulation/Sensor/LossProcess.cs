namespace GaitSense.Simulation.Sensor;

/// <summary>Loss in bursts: a two-state chain (Gilbert 1960) with the asked-for share and mean burst, and now and then a long hole.</summary>
internal sealed class LossProcess(ImuErrorModel model, DeterministicRandom random)
{
    private readonly double _end = 1 / Math.Max(1, model.LossBurstSamples);
    private readonly double _hole = model.HolesPerMin / (60 * model.RateHz);
    private bool _bad;
    private int _holeLeft;

    /// <summary>Whether the next sample is lost.</summary>
    public bool Next()
    {
        double chain = random.NextDouble(), hole = random.NextDouble();
        double begin = _end * model.LossShare / (1 - model.LossShare);
        _bad = _bad ? chain >= _end : chain < begin;
        if (_holeLeft == 0 && hole < _hole) _holeLeft = (int)Math.Round(model.HoleS * model.RateHz);
        if (_holeLeft > 0)
        {
            _holeLeft--;
            return true;
        }

        return _bad;
    }
}
