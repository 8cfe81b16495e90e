namespace GaitSense.Simulation.People;

/// <summary>
/// A person who trains over weeks, with known truth: how they are on a day, and what happens when they are asked to walk. Each day is drawn by itself, so that what is asked on one
/// changes no other. The same seed and number are the same person.
/// </summary>
public sealed class SimulatedTrainee
{
    private const int WarmC = 26, RecoveryDays = 40;

    private readonly ulong _seed;

    /// <summary>Draws a person.</summary>
    /// <param name="seed">Of all people.</param>
    /// <param name="number">Which of them, from 1; the courses take turns.</param>
    public SimulatedTrainee(ulong seed, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        _seed = seed;
        Truth = TraineeDraw.Person(seed, number);
    }

    /// <summary>Who the person is.</summary>
    public TraineeTruth Truth { get; }

    /// <summary>How the person is on a day.</summary>
    /// <param name="day">The day, from 0.</param>
    public TraineeDay On(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        DeterministicRandom random = Random(day, use: 0);
        double temperatureC = 17 + (7 * Math.Sin(day * 2 * Math.PI / 46)) + (4 * random.NextVariation());
        bool warm = temperatureC > WarmC || random.NextDouble() < 0.03;
        double capacity = Capacity(day) * Math.Exp(0.12 * random.NextVariation()) * (warm ? (Truth.Course == TraineeCourse.TiresInHeat ? 0.55 : 0.9) : 1);
        bool away = Truth.AwayFrom is { } from && day >= from && day < from + Truth.AwayDays;
        return new()
        {
            Day = day,
            TemperatureC = temperatureC,
            IsWarm = warm,
            Emergency = random.NextDouble() < 0.001,
            Ill = Enumerable.Range(0, 4).Any(d => IsFirstIllDay(day - d)),
            Eyes = random.NextDouble() < (Truth.Course == TraineeCourse.Relapses && day >= Truth.RelapseDay ? 0.15 : 0.015),
            Relapse = Truth.RelapseDay is { } relapse && day >= relapse && day < relapse + 7,
            Falls = random.NextDouble() < Truth.FallsPerWeek / 7 ? 1 : 0,
            Company = random.NextDouble() < Truth.Company,
            PathClear = random.NextDouble() < 0.97,
            Support = random.NextDouble() < 0.97,
            Shoes = random.NextDouble() < 0.98,
            EarFree = random.NextDouble() < 0.97,
            WantsToTrain = random.NextDouble() < Truth.Diligence && !away,
            Minute = (8 * 60) + (int)(random.NextDouble() * 11 * 60),
            Fatigue = (int)Math.Clamp(Math.Round(1 + (0.6 / capacity) + (0.7 * random.NextVariation())), 1, 5),
            Capacity = capacity,
            SpeedMps = Truth.SpeedMps * Math.Pow(capacity, 0.3),
        };
    }

    /// <summary>Whether a question is left unanswered on a day.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="question">Number of the question.</param>
    public bool IsSilent(int day, int question) => Random(day, use: 64 + question).NextDouble() < Truth.Silence;

    /// <summary>What happens when the person is asked to walk forward.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="attempt">Number of the walk on that day, from 0.</param>
    /// <param name="minutes">Minutes of walking.</param>
    /// <param name="minutesBetweenRests">Minutes between seated rests; null: none.</param>
    /// <param name="restMinutes">Minutes of a rest.</param>
    public TraineeWalk Walk(int day, int attempt, double minutes, double? minutesBetweenRests = null, double? restMinutes = null)
    {
        TraineeDay state = On(day);
        DeterministicRandom random = Random(day, use: 1 + attempt);
        double bout = Math.Min(minutes, minutesBetweenRests ?? minutes);
        double able = Truth.LongestMinutes * state.Capacity * (minutesBetweenRests < minutes ? 1.5 : 1);
        (TraineeStop stop, double share) = Ending(state, random, minutes / able);
        double walkedS = minutes * share * 60, speed = state.SpeedMps * Math.Exp(0.03 * random.NextVariation());
        int bouts = Math.Max(1, (int)Math.Ceiling((minutes * share / bout) - 1e-9));
        double strideM = Truth.StrideLengthM * (speed / Truth.SpeedMps);
        return Of(state, random, stop, minutes * share / able) with
        {
            WalkedS = walkedS,
            DurationS = walkedS + ((bouts - 1) * (restMinutes ?? 0) * 60),
            Strides = 2 * (int)(walkedS * speed / strideM),
            Bouts = bouts,
            SpeedMps = speed,
            StrideLengthM = strideM,
        };
    }

    /// <summary>What happens when the person is asked to walk backward over lengths of a path, and forward back to its start between.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="attempt">Number of the walk on that day, from 0.</param>
    /// <param name="lengths">Lengths.</param>
    /// <param name="pathM">Length of the path, m.</param>
    public TraineeWalk WalkBackward(int day, int attempt, int lengths, double pathM)
    {
        TraineeDay state = On(day);
        DeterministicRandom random = Random(day, use: 1 + attempt);
        double able = Truth.LongestLengths * state.Capacity * 4 / pathM;
        (TraineeStop stop, double share) = Ending(state, random, lengths / able);
        double speed = state.SpeedMps * Truth.BackwardShare * Math.Exp(0.05 * random.NextVariation());
        double distanceM = lengths * pathM * share, walkedS = (distanceM / speed) + (distanceM / state.SpeedMps), strideM = 0.6 * Truth.StrideLengthM;
        return Of(state, random, stop, lengths * share / able) with
        {
            WalkedS = walkedS,
            DurationS = walkedS + (5 * lengths * share),
            Strides = 2 * (int)((distanceM / strideM) + (distanceM / Truth.StrideLengthM)),
            Bouts = Math.Max(1, (int)Math.Ceiling((lengths * share) - 1e-9)),
            Lengths = (int)Math.Floor((lengths * share) + 1e-9),
            BackwardM = distanceM,
            SpeedMps = speed,
            StrideLengthM = strideM,
        };
    }

    // Why the walk ends, and which share of it is done by then.
    private (TraineeStop Stop, double Share) Ending(TraineeDay state, DeterministicRandom random, double load)
    {
        double chance = random.NextDouble(), at = 0.15 + (0.75 * random.NextDouble()), heat = state.IsWarm ? (Truth.Course == TraineeCourse.TiresInHeat ? 0.35 : 0.03) : 0;
        double tires = load - 1 + (0.15 * random.NextVariation());
        if (tires > 0) return (TraineeStop.Fatigue, Math.Clamp((1 / load) * (1 - (0.2 * at)), 0.1, 0.98));
        (TraineeStop Stop, double Probability)[] others =
        [
            (TraineeStop.Pain, Truth.PainPerSession), (TraineeStop.Fall, 0.002), (TraineeStop.Heat, heat * Math.Min(1, load)), (TraineeStop.Enough, 0.02), (TraineeStop.Interrupted, 0.015), (TraineeStop.Technical, 0.01),
        ];
        foreach ((TraineeStop stop, double probability) in others)
        {
            if (chance < probability) return (stop, at);
            chance -= probability;
        }

        return (TraineeStop.None, 1);
    }

    private TraineeWalk Of(TraineeDay state, DeterministicRandom random, TraineeStop stop, double load)
    {
        double rise = (1.1 * Math.Pow(Math.Max(0, load), 1.5)) + (0.45 * random.NextVariation()) + (stop is TraineeStop.Fatigue or TraineeStop.Heat ? 0.8 : 0);
        return new()
        {
            Stop = stop,
            WalkedS = 0,
            DurationS = 0,
            Strides = 0,
            Bouts = 0,
            SpeedMps = state.SpeedMps,
            StrideLengthM = Truth.StrideLengthM,
            FatigueBefore = state.Fatigue,
            FatigueAfter = (int)Math.Clamp(state.Fatigue + Math.Round(rise), 1, 5),
            Pain = stop == TraineeStop.Pain ? 4 : random.NextDouble() < 0.1 ? 2 : 1,
            ToldFatigue = random.NextDouble() >= Truth.Silence,
        };
    }

    private double Capacity(int day)
    {
        double course = Math.Exp(Truth.LnChange * day / 56);
        if (Truth.RelapseDay is not { } relapse || day < relapse) return course;
        double recovered = Math.Min(1, (day - relapse) / (double)RecoveryDays);
        return course * (0.55 + (0.35 * recovered));
    }

    private bool IsFirstIllDay(int day) => day >= 0 && Random(day, use: 32).NextDouble() < 0.008;

    private DeterministicRandom Random(int day, int use) => new(_seed, ((ulong)Truth.Number << 24) + ((ulong)(day + 1) << 8) + (ulong)use);
}
