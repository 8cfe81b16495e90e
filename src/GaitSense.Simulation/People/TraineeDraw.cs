namespace GaitSense.Simulation.People;

/// <summary>Draws who a simulated person is. The shares are choices of this simulation, made so that each rule of training is reached often; they say nothing about people.</summary>
internal static class TraineeDraw
{
    private static readonly TraineeCourse[] Courses = Enum.GetValues<TraineeCourse>();

    private static readonly string[] Zones = ["Europe/Berlin", "Europe/Berlin", "Europe/London", "America/New_York", "Pacific/Auckland"];

    public static TraineeTruth Person(ulong seed, int number)
    {
        DeterministicRandom random = new(seed, (ulong)number << 24);
        TraineeCourse course = Courses[(number - 1) % Courses.Length];
        int steps = (int)Math.Clamp(Math.Round(3 + (1.8 * random.NextVariation())), 0, 7);
        double longest = Math.Clamp(24 * Math.Exp((-0.28 * steps) + (0.35 * random.NextVariation())), 1.5, 40);
        double speed = Math.Clamp(1.35 - (0.11 * steps) + (0.08 * random.NextVariation()), 0.4, 1.5);
        return new()
        {
            Number = number,
            Course = course,
            Zone = Zones[(int)(random.NextDouble() * Zones.Length)],
            DiseaseSteps = steps,
            LongestMinutes = longest,
            SpeedMps = speed,
            StrideLengthM = 0.45 + (0.65 * speed),
            BackwardShare = Math.Clamp(0.55 + (0.06 * random.NextVariation()), 0.35, 0.75),
            LongestLengths = Math.Clamp(16 - (1.5 * steps) + (2 * random.NextVariation()), 4, 24),
            LnChange = course switch { TraineeCourse.Improves => 0.15 + (0.15 * random.NextDouble()), TraineeCourse.Worsens => -0.2 - (0.25 * random.NextDouble()), _ => 0 },
            FallsPerWeek = 0.01 + (0.02 * steps * random.NextDouble()),
            PainPerSession = 0.03 * random.NextDouble(),
            Diligence = course == TraineeCourse.Skips ? 0.25 + (0.2 * random.NextDouble()) : 0.55 + (0.4 * random.NextDouble()),
            Company = 0.5 + (0.5 * random.NextDouble()),
            Silence = random.NextDouble() < 0.2 ? 0.2 : 0.01,
            RelapseDay = course == TraineeCourse.Relapses ? 4 + (int)(44 * random.NextDouble()) : null,
            AwayFrom = course == TraineeCourse.Skips ? 7 + (int)(28 * random.NextDouble()) : null,
            AwayDays = course == TraineeCourse.Skips ? 8 + (int)(16 * random.NextDouble()) : 0,
        };
    }
}
