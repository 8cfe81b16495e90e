using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Tests.Plans;

/// <summary>A plan as a file says the same as the plan, and a file that cannot be is refused with file, key and range.</summary>
public sealed class PlanJsonTests
{
    [Fact]
    public void APlan_WrittenAndReadAgain_IsTheSamePlan()
    {
        Plan plan = Trainee.PlanOf("backward-8-weeks");
        Plan back = PlanJson.ToPlan(PlanJson.Read("plan.json", PlanJson.Write(plan, "P07")), Trainee.Person, plan.Id);
        back.Slots.ShouldBe(plan.Slots);
        (back with { Slots = plan.Slots }).ShouldBe(plan);
        PlanJson.Write(plan, "P07").ShouldNotContain(plan.Slots[0].Id.ToString());
    }

    [Fact]
    public void APlanOfAnotherPerson_IsNotTaken() =>
        Should.Throw<ArgumentException>(() => PlanJson.ToPlan(PlanJson.Read("plan.json", PlanJson.Write(Trainee.PlanOf("task-circuit"), "P08")), Trainee.Person, Trainee.Id(9)));

    [Fact]
    public void AFile_AsTheNextVersion_HasItsNumberAndReason_AndIsOfThisPersonAndThisYear()
    {
        Plan plan = Trainee.PlanOf("task-circuit");
        PlanDocument document = PlanJson.Read("plan.json", PlanJson.Write(plan, "p07"));
        PlanDocument Next(int days) => PlanJson.Next("plan.json", document, [plan], Trainee.Person, "holiday", "pt-2", plan.MadeAt.AddDays(days));
        (Next(7).Version, Next(7).Reason, Next(7).By, Next(7).Person).ShouldBe((2, "holiday", "pt-2", "P07"));
        Should.Throw<TrainingFileException>(() => Next(400)).Message.ShouldContain("plan.json: from is 2026-03-02; a plan begins at most 366 days before");
        Should.Throw<TrainingFileException>(() => PlanJson.Next("plan.json", document, [plan], Trainee.Person with { Code = "P08" }, "x", "y", plan.MadeAt)).Message.ShouldContain("the plan is of p07, not of P08");
    }

    // Slot 0 is backward in the clinic, slot 1 a walk at home; the fifth week has backward at home.
    [Theory]
    [InlineData("backward by minutes", "walks backward: its dose is lengths and path_m, not minutes")]
    [InlineData("backward without a path", "walks backward: its dose is lengths and path_m, not minutes")]
    [InlineData("forward by lengths", "does not walk backward: its dose is minutes, without lengths, path_m and stop_and_go")]
    [InlineData("forward with stop and go", "does not walk backward: its dose is minutes, without lengths, path_m and stop_and_go")]
    [InlineData("backward faster at home", ".max_tempo_percent is above 0; walking backward at home the tempo is never above the walker's own")]
    [InlineData("backward with a second task at home", ".second_task: backward with a second task is for the clinic only")]
    [InlineData("rests without their length", ": minutes_between_rests and rest_minutes belong together")]
    [InlineData("a walk with stations", ".stations belongs to a task circuit, and only to one")]
    [InlineData("a circuit without stations", ".stations belongs to a task circuit, and only to one")]
    public void ASession_ThatNobodyShouldWalk_IsInNoPlan(string what, string message)
    {
        Plan plan = Trainee.PlanOf("backward-8-weeks");
        Slot clinic = plan.SlotIn(1, TrainingTask.Backward, Place.Clinic), home = plan.SlotIn(5, TrainingTask.Backward, Place.Home), walk = plan.SlotIn(1, TrainingTask.ComfortableWalk, Place.Home);
        Slot bad = what switch
        {
            "backward by minutes" => clinic with { Minutes = 5 },
            "backward without a path" => clinic with { PathM = null },
            "forward by lengths" => walk with { Lengths = 4 },
            "forward with stop and go" => walk with { StopAndGo = true },
            "backward faster at home" => home with { MaxTempoPercent = 2 },
            "backward with a second task at home" => home with { SecondTask = true },
            "rests without their length" => walk with { MinutesBetweenRests = 2 },
            "a walk with stations" => walk with { Stations = 2 },
            _ => walk with { Task = TrainingTask.TaskCircuit },
        };
        Should.Throw<TrainingFileException>(() => PlanJson.Read("plan.json", PlanJson.Write(plan with { Slots = [bad] }, "P07"))).Message.ShouldBe($"plan.json: slots[0]{(message[0] is '.' or ':' ? "" : " ")}{message}");
        PlanJson.Read("plan.json", PlanJson.Write(plan with { Slots = [clinic with { MaxTempoPercent = 2, SecondTask = true }] }, "P07")).Slots.ShouldHaveSingleItem();
    }

    [Fact]
    public void WalkingForwardAtHome_MayBeFaster_AndAPlanMayHaveAYear()
    {
        Plan walks = Trainee.PlanOf("comfortable-walk");
        Plan year = walks with { To = walks.From.AddDays((7 * 52) - 1), FirstWeek = 1, Slots = [walks.Slots[0] with { MaxTempoPercent = 2, SecondTask = true }] };
        PlanJson.Read("plan.json", PlanJson.Write(year, "P07")).Slots.Single().MaxTempoPercent.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"lengths\": 4", "\"lengths\": 21", "plan.json: slots[0].lengths is 21; it must be between 1 and 20")]
    [InlineData("\"week\": 8", "\"week\": 9", "plan.json: slots[14].week is 9; it must be between 1 and 8")]
    [InlineData("\"per_week\": 1", "\"per_week\": 8", "plan.json: slots[0].per_week is 8; it must be between 1 and 7")]
    [InlineData("\"minutes\": 10", "\"minutes\": 25", "plan.json: slots[1].minutes is 25; it must be between 0.5 and 20")]
    [InlineData("\"path_m\": 4", "\"path_m\": 12", "plan.json: slots[0].path_m is 12; it must be between 2 and 10")]
    [InlineData("\"to\": \"2026-04-26\"", "\"to\": \"2026-02-26\"", "plan.json: to is 2026-02-26; it must not be before from, 2026-03-02")]
    [InlineData("\"format\": \"gaitsense-plan\"", "\"format\": \"plan\"", "plan.json: format is plan; a plan says gaitsense-plan")]
    [InlineData("\"to\": \"2026-04-26\"", "\"to\": \"2027-03-01\"", "plan.json: to is 53 weeks after from; it must be at most 52")]
    [InlineData("\"first_week\": 1", "\"first_week\": 53", "plan.json: first_week is 53; it must be between 1 and 52")]
    [InlineData("\"first_week\": 1", "\"first_week\": 0", "plan.json: first_week is 0; it must be between 1 and 52")]
    public void AFile_ThatCannotBe_IsRefusedWithFileKeyAndRange(string from, string to, string message)
    {
        string good = PlanJson.Write(Trainee.PlanOf("backward-8-weeks"), "P07");
        int at = good.IndexOf(from, StringComparison.Ordinal);
        Should.Throw<TrainingFileException>(() => PlanJson.Read("plan.json", good.Remove(at, from.Length).Insert(at, to))).Message.ShouldBe(message);
    }
}
