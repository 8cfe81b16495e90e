using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Tests.Programmes;

/// <summary>Programmes are data: what comes with the program keeps to its own rules, and a file that does not is refused with file, key and range.</summary>
public sealed class ProgrammeTests
{
    public static TheoryData<string> Names => [.. ProgrammeLibrary.Names];

    [Theory, MemberData(nameof(Names))]
    public void AProgramme_ThatComesWithIt_KeepsToTheRulesOfAUsersFile(string name)
    {
        Programme programme = ProgrammeLibrary.Find(name)!;
        ProgrammeJson.Read(name, ProgrammeJson.Write(programme)).Template.ShouldBe(name + "@1");
        ProgrammeJson.Write(ProgrammeJson.Read(name, ProgrammeJson.Write(programme))).ShouldBe(ProgrammeJson.Write(programme));
        programme.NeedsSigning.ShouldBeTrue("its numbers are proposals that no physiotherapist has signed");
    }

    [Fact]
    public void Backward_OverEightWeeks_GoesFromFourLengthsInTheClinicToEight()
    {
        Plan plan = Trainee.PlanOf("backward-8-weeks");
        (int Week, Place Place, int? Lengths, bool StopAndGo, bool SecondTask)[] backward = [.. plan.Slots.Where(s => s.Task == TrainingTask.Backward).Select(s => (s.Week, s.Place, s.Lengths, s.StopAndGo, s.SecondTask))];
        backward.ShouldBe(
        [
            (1, Place.Clinic, 4, false, false), (2, Place.Clinic, 4, false, false),
            (3, Place.Clinic, 6, false, false), (3, Place.Home, 6, false, false), (4, Place.Clinic, 6, false, false), (4, Place.Home, 6, false, false),
            (5, Place.Clinic, 8, true, false), (5, Place.Home, 8, true, false), (6, Place.Clinic, 8, true, false), (6, Place.Home, 8, true, false),
            (7, Place.Clinic, 8, false, true), (7, Place.Home, 8, false, false), (8, Place.Clinic, 8, false, true), (8, Place.Home, 8, false, false),
        ]);
        plan.Slots.Where(s => s is { Place: Place.Home, Week: <= 2 }).ShouldAllBe(s => s.Task == TrainingTask.ComfortableWalk && s.PerWeek == 2);
        plan.Slots.Where(s => s.Place == Place.Clinic).ShouldAllBe(s => s.PerWeek == 1);
        plan.Slots.Where(s => s.Task == TrainingTask.Backward).ShouldAllBe(s => s.PathM == 4 && s.MaxTempoPercent == 0);
        plan.To.ShouldBe(new DateOnly(2026, 4, 26));
    }

    [Theory]
    [InlineData("\"weeks\": 8", "\"weeks\": 60", "my.json: weeks is 60; it must be between 1 and 52")]
    [InlineData("\"value\": 4, \"min\": 1, \"max\": 6", "\"value\": 7, \"min\": 1, \"max\": 6", "my.json: parts[0].lengths.value is 7; it must be between 1 and 6")]
    [InlineData("\"value\": 4, \"min\": 1, \"max\": 6", "\"value\": 4, \"min\": 1, \"max\": 30", "my.json: parts[0].lengths.max is 30; it must be between 1 and 20")]
    [InlineData("\"value\": 4, \"min\": 1, \"max\": 6", "\"value\": 4.5, \"min\": 1, \"max\": 6", "my.json: parts[0].lengths.value is 4.5; it must be a whole number")]
    [InlineData("\"source\": \"path\"", "\"source\": \"nowhere\"", "my.json: parts[0].path_m.source is nowhere; sources has no such key")]
    [InlineData("\"lengths\": {", "\"steps\": {", "my.json: cannot be read at parts[0].steps (line 31): there is no key 'steps' here")]
    [InlineData("\"task\": \"backward\"", "\"task\": \"sideways\"", "my.json: cannot be read at parts[0].task (line 28): the value is of another kind than it should be")]
    [InlineData("\"version\": 1,", "", "my.json: cannot be read (line 108): the key 'version' is missing")]
    [InlineData("gaitsense-programme", "gaitsense-plan", "my.json: format is gaitsense-plan; a programme says gaitsense-programme")]
    public void AUsersFile_ThatCannotBe_IsRefusedWithFileKeyAndRange(string from, string to, string message)
    {
        string good = Resource("backward-8-weeks.json");
        string bad = good.Remove(good.IndexOf(from, StringComparison.Ordinal), from.Length).Insert(good.IndexOf(from, StringComparison.Ordinal), to);
        Should.Throw<TrainingFileException>(() => ProgrammeJson.Read("my.json", bad)).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData(3, "second_task", "parts[3].second_task: backward with a second task is for the clinic only")]
    [InlineData(3, "tempo", "parts[3].tempo_percent.max is above 0; walking backward at home the tempo is never above the walker's own")]
    [InlineData(0, "minutes", "parts[0].minutes: the dose of walking backward is lengths; seconds are a result")]
    [InlineData(1, "stop_and_go", "parts[1].stop_and_go belongs to walking backward")]
    [InlineData(1, "lengths", "parts[1] does not walk backward: it has no lengths and no path_m")]
    [InlineData(0, "no path", "parts[0] walks backward: its dose is lengths and path_m")]
    [InlineData(1, "no minutes", "parts[1].minutes is missing: its dose is in minutes")]
    [InlineData(1, "rest", "parts[1]: minutes_between_rests and rest_minutes belong together")]
    [InlineData(1, "stations", "parts[1].stations belongs to a task circuit, and only to one")]
    public void AUsersFile_WhoseSessionsCannotBe_IsRefused(int part, string what, string message)
    {
        Programme good = ProgrammeLibrary.Find("backward-8-weeks")!;
        Quantity one = new() { Value = 1, Min = 1, Max = 1, Source = "proposal" };
        ProgrammePart changed = what switch
        {
            "second_task" => good.Parts[part] with { SecondTask = true },
            "tempo" => good.Parts[part] with { TempoPercent = one },
            "minutes" => good.Parts[part] with { Minutes = one },
            "stop_and_go" => good.Parts[part] with { StopAndGo = true },
            "lengths" => good.Parts[part] with { Lengths = one },
            "no path" => good.Parts[part] with { PathM = null },
            "no minutes" => good.Parts[part] with { Minutes = null },
            "rest" => good.Parts[part] with { RestMinutes = one },
            _ => good.Parts[part] with { Stations = one },
        };
        string text = ProgrammeJson.Write(good with { Parts = [.. good.Parts.Select((p, i) => i == part ? changed : p)] });
        Should.Throw<TrainingFileException>(() => ProgrammeJson.Read("my.json", text)).Message.ShouldBe("my.json: " + message);
    }

    [Theory]
    [InlineData(0, 8, "parts[0].from_week is 0; it must be between 1 and weeks, 8")]
    [InlineData(9, 9, "parts[0].from_week is 9; it must be between 1 and weeks, 8")]
    [InlineData(5, 4, "parts[0].to_week is 4; it must be between from_week, 5, and weeks, 8")]
    [InlineData(1, 9, "parts[0].to_week is 9; it must be between from_week, 1, and weeks, 8")]
    public void APart_OutsideTheProgrammesWeeks_IsRefused(int from, int to, string message)
    {
        Programme good = ProgrammeLibrary.Find("comfortable-walk")!;
        Should.Throw<TrainingFileException>(() => ProgrammeJson.Read("my.json", ProgrammeJson.Write(good with { Parts = [good.Parts[0] with { FromWeek = from, ToWeek = to }, good.Parts[0]] }))).Message.ShouldBe("my.json: " + message);
        ProgrammeJson.Read("my.json", ProgrammeJson.Write(good with { Parts = [good.Parts[0], good.Parts[0] with { FromWeek = 8, ToWeek = 8 }] })).Parts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("walk-0-9", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("Walk", false)]
    [InlineData("my walk", false)]
    [InlineData("../walk", false)]
    public void AnId_IsSmallLettersDigitsAndDashes(string id, bool taken)
    {
        string text = ProgrammeJson.Write(ProgrammeLibrary.Find("comfortable-walk")! with { Id = id });
        if (taken) ProgrammeJson.Read("my.json", text).Id.ShouldBe(id);
        else Should.Throw<TrainingFileException>(() => ProgrammeJson.Read("my.json", text)).Message.ShouldBe("my.json: id must be 1 to 40 small letters, digits and '-'");
    }

    [Fact]
    public void AWeekWithoutSessions_IsRefused()
    {
        Programme good = ProgrammeLibrary.Find("comfortable-walk")!;
        string text = ProgrammeJson.Write(good with { Parts = [good.Parts[0] with { ToWeek = 6 }] });
        Should.Throw<TrainingFileException>(() => ProgrammeJson.Read("my.json", text)).Message.ShouldBe("my.json: parts has no session in week 7; weeks says 8");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Programme).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
