using System.Text.Json;
using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Storage.Tests;

public sealed class StoreTests(PostgresServer server) : OnBothDatabases(server)
{
    [Theory, MemberData(nameof(Both))]
    public async Task Rows_OfEveryKind_ComeBackAsTheyWereOnceTheStoreIsOpenedAgain(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        Person person = Sample.Person();
        Plan plan = Sample.Plan(person.Id);
        Session session = Sample.Session(person.Id, plan.Id);
        (Fall fall, Note note, Consent consent, SignOff signOff) = (Sample.Fall(person.Id), Sample.Note(person.Id), Sample.Consent(person.Id), Sample.SignOff(person.Id));
        await using (TrainingStore store = await OpenAsync(place))
        {
            await store.People.AddAsync(person, Cancellation);
            await store.Plans.AddAsync(plan, Cancellation);
            (await store.Sessions.AddAsync(session, Cancellation)).ShouldBeTrue();
            await store.Falls.AddAsync(fall, Cancellation);
            await store.Notes.AddAsync(note, Cancellation);
            await store.Consents.AddAsync(consent, Cancellation);
            await store.SignOffs.AddAsync(signOff, Cancellation);
        }

        await using TrainingStore again = await OpenAsync(place);
        (await again.People.FindAsync("P07", Cancellation)).ShouldBe(person);
        (await again.People.FindAsync(person.Id, Cancellation)).ShouldBe(person);
        Same(await again.Plans.FindAsync(plan.Id, Cancellation), plan);
        Same(await again.Sessions.FindAsync(session.Id, Cancellation), session);
        Same((await again.Sessions.ListAsync(person.Id, cancellation: Cancellation)).ShouldHaveSingleItem(), session);
        (await again.Falls.ListAsync(person.Id, Cancellation)).ShouldHaveSingleItem().ShouldBe(fall);
        Same((await again.Notes.ListAsync(person.Id, Cancellation)).ShouldHaveSingleItem(), note);
        Same((await again.Consents.ListAsync(person.Id, Cancellation)).ShouldHaveSingleItem(), consent);
        (await again.SignOffs.ListAsync(person.Id, Cancellation)).ShouldHaveSingleItem().ShouldBe(signOff);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Code_OfAPerson_IsTakenOnce(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person first = Sample.Person(), second = Sample.Person("P08");
        await store.People.AddAsync(first, Cancellation);
        await store.People.AddAsync(second, Cancellation);
        await RefusedAsync(StoreFailure.Conflict, () => store.People.AddAsync(Sample.Person(), Cancellation));
        await RefusedAsync(StoreFailure.Conflict, () => store.People.UpdateAsync(second with { Code = "P07" }, Cancellation));
        await RefusedAsync(StoreFailure.Refused, () => store.People.AddAsync(Sample.Person("Annegret"), Cancellation));
        await RefusedAsync(StoreFailure.Refused, () => store.People.AddAsync(Sample.Person("P09") with { Zone = "Berlin" }, Cancellation));
    }

    // A walker whose program was killed is not told for ever that a walk is on.
    [Theory, MemberData(nameof(Both))]
    public async Task ASessionWhoseProgramIsGone_IsCutOffWhenTheDayIsLookedAt(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        Session session = Sample.Session(person.Id) with { Status = SessionStatus.Running, End = null };
        await store.Sessions.StartAsync(session, "node", [], Cancellation);
        (await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.StartAsync(session with { Id = Guid.CreateVersion7() }, "node", [], Cancellation)))
            .ShouldBe("the person has a session that runs: end it where it walks, with Ctrl-C; if that program is gone, the session ends by itself 2 minutes after it was last heard");
        (await store.HistoryAsync(person.Id, Cancellation)).Sessions.Single().Status.ShouldBe(SessionStatus.Running);
        Clock.Advance(TimeSpan.FromMinutes(3));
        (await store.HistoryAsync(person.Id, Cancellation)).Sessions.Single().Status.ShouldBe(SessionStatus.CutOff);
        (await store.Sessions.LiveAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Codes_ThatDifferInCapitalsAlone_AreOnePerson(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        (await RefusedAsync(StoreFailure.Conflict, () => store.People.AddAsync(Sample.Person("p07"), Cancellation))).ShouldContain("P07, which differs in capitals alone");
        (await store.People.FindAsync("p07", Cancellation)).ShouldBe(person);
        await store.People.UpdateAsync(person with { Code = "p07" }, Cancellation); // its own
        (await store.People.FindAsync("P07", Cancellation))!.Code.ShouldBe("p07");
    }

    // Two people whom an earlier build kept apart, and one whose code no longer may be given.
    [Theory, MemberData(nameof(Both))]
    public async Task AStore_WithCodesThatDifferInCapitalsAlone_StillOpensAndFindsEach(Database database)
    {
        StoreLocation place = await PlaceAsync(database);
        Person first = Sample.Person("P1"), second = Sample.Person("p1"), device = Sample.Person("NUL");
        await using (TrainingStore store = await OpenAsync(place))
            await store.Core.WriteAsync(store.Actor, async work =>
            {
                foreach (Person person in (Person[])[first, second, device])
                {
                    work.Db.Add(person);
                    work.Db.Entry(person).Property(StoreModel.AuditId).CurrentValue = Guid.NewGuid();
                }

                await Task.CompletedTask;
            }, Cancellation);
        await using TrainingStore again = await OpenAsync(place);
        (await again.People.FindAsync("P1", Cancellation)).ShouldBe(first);
        (await again.People.FindAsync("p1", Cancellation)).ShouldBe(second);
        await again.People.UpdateAsync(second with { DiseaseSteps = 5 }, Cancellation);
        await again.People.UpdateAsync(device with { DiseaseSteps = 5 }, Cancellation);
        (await again.People.FindAsync("nul", Cancellation))!.DiseaseSteps.ShouldBe(5);
        await RefusedAsync(StoreFailure.Refused, () => again.People.AddAsync(Sample.Person("CON"), Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Words_ThatHaveNoEnd_AreRefusedWithTheLimit(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        (await RefusedAsync(StoreFailure.Refused, () => store.Notes.AddAsync(Sample.Note(person.Id) with { Text = new string('x', 100_000) }, Cancellation))).ShouldBe("a note has at most 4000 characters, and this has 100000: shorten it");
        await store.Notes.AddAsync(Sample.Note(person.Id) with { Text = new string('x', 4000) }, Cancellation);
        (await RefusedAsync(StoreFailure.Refused, () => store.Falls.AddAsync(Sample.Fall(person.Id) with { Text = new string('x', 1001) }, Cancellation))).ShouldContain("at most 1000 characters");
        (await RefusedAsync(StoreFailure.Refused, () => store.Plans.AddAsync(Sample.Plan(person.Id) with { Reason = new string('x', 1001) }, Cancellation))).ShouldContain("a plan's reason");
        (await RefusedAsync(StoreFailure.Refused, () => store.SignOffs.AddAsync(Sample.SignOff(person.Id) with { By = new string('x', 101) }, Cancellation))).ShouldContain("who says so");
    }

    // Progress asks for the day of a session, which no zone tells that is none.
    [Theory, MemberData(nameof(Both))]
    public async Task ASession_InAZoneThatIsNone_IsRefused(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        Session session = Sample.Session(person.Id);
        (await RefusedAsync(StoreFailure.Refused, () => store.Sessions.AddAsync(session with { Zone = "Mars/Olympus" }, Cancellation))).ShouldContain("Mars/Olympus is no time zone");
        await RefusedAsync(StoreFailure.Refused, () => store.Sessions.StartAsync(session with { Status = SessionStatus.Running, Zone = "" }, "node", [], Cancellation));
        await store.Sessions.AddAsync(session, Cancellation);
        await RefusedAsync(StoreFailure.Refused, () => store.Sessions.UpdateAsync(session with { Zone = "Mars/Olympus" }, Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task PlanOfADay_IsTheNewestVersionThatHasBegun(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        Plan first = Sample.Plan(person.Id), second = Sample.Plan(person.Id, 2) with { From = new DateOnly(2026, 11, 9), To = new DateOnly(2026, 11, 22) };
        await store.Plans.AddAsync(first, Cancellation);
        await store.Plans.AddAsync(second, Cancellation);
        async Task<Guid?> OnAsync(int month, int day) => (await store.Plans.ForDayAsync(person.Id, new DateOnly(2026, month, day), Cancellation))?.Id;
        (await OnAsync(11, 1)).ShouldBeNull();
        (await OnAsync(11, 2)).ShouldBe(first.Id);
        (await OnAsync(11, 8)).ShouldBe(first.Id);
        (await OnAsync(11, 9)).ShouldBe(second.Id);
        (await OnAsync(11, 22)).ShouldBe(second.Id);
        (await OnAsync(11, 23)).ShouldBeNull();
        await RefusedAsync(StoreFailure.Conflict, () => store.Plans.AddAsync(Sample.Plan(person.Id, 2), Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task PlanVersion_OnceASessionHasUsedIt_IsNeitherChangedNorDeleted(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        Plan plan = Sample.Plan(person.Id);
        await store.People.AddAsync(person, Cancellation);
        await store.Plans.AddAsync(plan, Cancellation);
        await store.Plans.ReplaceAsync(plan with { Reason = "not used yet" }, Cancellation);
        await store.Sessions.AddAsync(Sample.Session(person.Id, plan.Id), Cancellation);
        (await store.Plans.IsUsedAsync(plan.Id, Cancellation)).ShouldBeTrue();
        (await RefusedAsync(StoreFailure.Refused, () => store.Plans.ReplaceAsync(plan, Cancellation))).ShouldContain("make a new version");
        await RefusedAsync(StoreFailure.Refused, () => store.Plans.DeleteAsync(plan, Cancellation));
        (await store.Plans.FindAsync(plan.Id, Cancellation))!.Reason.ShouldBe("not used yet");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Session_SentTwice_IsAddedOnceAndAnotherOfItsIdIsRefused(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        Session session = Sample.Session(person.Id);
        (await store.Sessions.AddAsync(session, Cancellation)).ShouldBeTrue();
        (await store.Sessions.AddAsync(session with { StopReason = StopReason.Pain }, Cancellation)).ShouldBeFalse();
        (await store.Sessions.FindAsync(session.Id, Cancellation))!.StopReason.ShouldBe(session.StopReason);
        await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.AddAsync(session with { RecordingHash = new string('c', 64) }, Cancellation));
        await RefusedAsync(StoreFailure.NotFound, () => store.Sessions.AddAsync(Sample.Session(Guid.CreateVersion7()), Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task WhatNobodySaid_IsKeptAsThat_AndAsNoNone(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person asked = Sample.Person("P01") with { Aid = WalkingAid.None, Orthosis = Orthosis.None }, unasked = Sample.Person("P02") with { Aid = null, Orthosis = null };
        foreach (Person person in (Person[])[asked, unasked]) await store.People.AddAsync(person, Cancellation);
        await store.Falls.AddAsync(Sample.Fall(unasked.Id) with { Injury = null, DuringSession = false }, Cancellation);
        Session session = Sample.Session(unasked.Id) with { Aid = null, Orthosis = Orthosis.None };
        await store.Sessions.AddAsync(session, Cancellation);
        (await store.People.ListAsync(cancellation: Cancellation)).Select(p => (p.Aid, p.Orthosis)).ShouldBe([(WalkingAid.None, Orthosis.None), (null, null)]);
        Fall fall = (await store.Falls.ListAsync(unasked.Id, Cancellation)).ShouldHaveSingleItem();
        (fall.Injury, fall.DuringSession).ShouldBe((null, false));
        Session there = (await store.Sessions.FindAsync(session.Id, Cancellation))!;
        (there.Aid, there.Orthosis).ShouldBe((null, Orthosis.None));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task LiveSession_IsOneForAPersonAndOneForASensor_UntilItEndsOrFallsSilent(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person ann = Sample.Person("P01"), ben = Sample.Person("P02");
        await store.People.AddAsync(ann, Cancellation);
        await store.People.AddAsync(ben, Cancellation);
        Session first = Sample.Running(ann.Id);
        await store.Sessions.StartAsync(first, "box", ["s-left", "s-right"], Cancellation);
        await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.StartAsync(Sample.Running(ann.Id), "box", [], Cancellation));
        (await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.StartAsync(Sample.Running(ben.Id), "box", ["s-right"], Cancellation))).ShouldContain("s-right");

        Clock.Advance(TimeSpan.FromMinutes(1.9));
        (await store.Sessions.HeartbeatAsync(first.Id, Cancellation)).ShouldBeTrue();
        Clock.Advance(TimeSpan.FromMinutes(1.9));
        await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.StartAsync(Sample.Running(ann.Id), "box", [], Cancellation));
        Clock.Advance(TimeSpan.FromMinutes(0.2));
        Session second = Sample.Running(ben.Id);
        await store.Sessions.StartAsync(second, "box", ["s-right"], Cancellation);
        (await store.Sessions.FindAsync(first.Id, Cancellation))!.Status.ShouldBe(SessionStatus.CutOff);
        (await store.Sessions.HeartbeatAsync(first.Id, Cancellation)).ShouldBeFalse();
        // It went on without the store; what came of it is kept.
        Session ended = Sample.Session(ann.Id) with { Id = first.Id };
        await store.Sessions.CompleteAsync(ended, Cancellation);
        Same(await store.Sessions.FindAsync(first.Id, Cancellation), ended);
        await RefusedAsync(StoreFailure.Conflict, () => store.Sessions.CompleteAsync(ended, Cancellation));

        (await store.Sessions.LiveAsync(Cancellation)).ShouldHaveSingleItem().SessionId.ShouldBe(second.Id);
        await store.Sessions.CompleteAsync(second with { Status = SessionStatus.Completed, End = second.Start.AddMinutes(1) }, Cancellation);
        (await store.Sessions.LiveAsync(Cancellation)).ShouldBeEmpty();
        await store.Sessions.StartAsync(Sample.Running(ann.Id), "box", ["s-left", "s-right"], Cancellation);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Measure_HasAValueOrTheReasonWhyItHasNone(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        Session session = Sample.Session(person.Id);
        await RefusedAsync(StoreFailure.Refused, () => store.Sessions.AddAsync(session with { Measures = [Sample.Speed(1) with { Withheld = "both" }] }, Cancellation));
        await RefusedAsync(StoreFailure.Refused, () => store.Sessions.AddAsync(session with { Measures = [Sample.Speed(1) with { Value = null }] }, Cancellation));
        (await store.Sessions.FindAsync(session.Id, Cancellation)).ShouldBeNull(); // all of it or nothing
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sessions_InPages_AreAllThereOnceInOrder(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person person = Sample.Person();
        await store.People.AddAsync(person, Cancellation);
        // Some begin at the same time; the id decides then.
        Session[] all = [.. Enumerable.Range(0, 11).Select(i => Sample.Session(person.Id, start: Sample.Morning.AddDays(i / 3)) with { Source = i % 2 == 0 ? SessionSource.Sensors : SessionSource.Simulation }).OrderBy(s => s.Start).ThenBy(s => s.Id)];
        foreach (Session session in all.Reverse()) await store.Sessions.AddAsync(session, Cancellation);
        async Task<List<Guid>> PagesAsync(bool newestFirst)
        {
            List<Guid> ids = [];
            for (Session? after = null; ;)
            {
                IReadOnlyList<Session> page = await store.Sessions.ListAsync(person.Id, new SessionQuery { After = after, Limit = 4, IsNewestFirst = newestFirst }, Cancellation);
                if (page.Count == 0) return ids;
                ids.AddRange(page.Select(s => s.Id));
                after = page[^1];
            }
        }

        (await PagesAsync(newestFirst: false)).ShouldBe(all.Select(s => s.Id));
        (await PagesAsync(newestFirst: true)).ShouldBe(all.Reverse().Select(s => s.Id));
        (await store.Sessions.ListAsync(person.Id, new SessionQuery { From = Sample.Morning.AddDays(1), Until = Sample.Morning.AddDays(2), Source = SessionSource.Sensors }, Cancellation)).Select(s => s.Id)
            .ShouldBe(all[3..6].Where(s => s.Source == SessionSource.Sensors).Select(s => s.Id));
        (await store.Sessions.MeasuresAsync(person.Id, "speed_mps", WalkingDirection.Backward, Cancellation)).Count.ShouldBe(22);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Session_ReviewedReassignedAndDeleted_IsWhatWasSaidLast(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        Person ann = Sample.Person("P01"), ben = Sample.Person("P02");
        await store.People.AddAsync(ann, Cancellation);
        await store.People.AddAsync(ben, Cancellation);
        Plan plan = Sample.Plan(ann.Id);
        await store.Plans.AddAsync(plan, Cancellation);
        Session session = Sample.Session(ann.Id, plan.Id);
        await store.Sessions.AddAsync(session, Cancellation);
        Trial reviewed = session.Trials[1] with { Validity = Validity.Valid, Official = 7.25 };
        await store.Sessions.SaveTrialAsync(session.Id, reviewed, Cancellation);
        await store.Sessions.SaveTrialAsync(session.Id, Sample.Trial(3), Cancellation);
        await store.Sessions.ReviewTrialsAsync(session.Id, [reviewed, Sample.Trial(3) with { Id = Guid.CreateVersion7(), No = 4 }], Cancellation);
        (await store.Audit.ListAsync(cancellation: Cancellation))[^1].Verb.ShouldBe("trial reviewed");
        Session there = (await store.Sessions.FindAsync(session.Id, Cancellation))!;
        there.Trials.Select(t => t.No).ShouldBe([1, 2, 3, 4]);
        there.Trials[1].Official.ShouldBe(7.25);
        await store.Sessions.UpdateAsync(there with { StopReason = StopReason.Enough, Measures = [Sample.Speed(2)] }, Cancellation);
        (await store.Sessions.FindAsync(session.Id, Cancellation))!.Measures.ShouldHaveSingleItem().Value.ShouldBe(2);

        await store.Sessions.ReassignAsync(session.Id, ben.Id, Cancellation);
        (await store.Sessions.ListAsync(ann.Id, cancellation: Cancellation)).ShouldBeEmpty();
        Session moved = (await store.Sessions.ListAsync(ben.Id, cancellation: Cancellation)).ShouldHaveSingleItem();
        (moved.PlanId, moved.SlotId, moved.Trials.Count).ShouldBe((null, null, 4));
        await store.Sessions.DeleteAsync(session.Id, Cancellation);
        (await store.Sessions.FindAsync(session.Id, Cancellation)).ShouldBeNull();
        await RefusedAsync(StoreFailure.NotFound, () => store.Sessions.DeleteAsync(session.Id, Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Scope_OfAnAccount_ShowsAndChangesItsOwnPeopleAlone(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        TrainingStore c1 = store.As(new Actor("c1", PersonScope.MembersOf("c1"))), c2 = store.As(new Actor("c2", PersonScope.MembersOf("c2")));
        Person ann = Sample.Person("P01"), ben = Sample.Person("P02");
        await c1.People.AddAsync(ann, Cancellation);
        await c2.People.AddAsync(ben, Cancellation);
        Session session = Sample.Session(ann.Id);
        await c1.Sessions.AddAsync(session, Cancellation);
        await c1.Notes.AddAsync(Sample.Note(ann.Id), Cancellation);

        (await c1.People.ListAsync(cancellation: Cancellation)).ShouldBe([ann]);
        (await c2.People.ListAsync(cancellation: Cancellation)).ShouldBe([ben]);
        (await store.People.ListAsync(cancellation: Cancellation)).ShouldBe([ann, ben]);
        (await c2.People.FindAsync(ann.Id, Cancellation)).ShouldBeNull();
        (await c2.Sessions.FindAsync(session.Id, Cancellation)).ShouldBeNull();
        (await c2.Sessions.ListAsync(ann.Id, cancellation: Cancellation)).ShouldBeEmpty();
        (await c2.Sessions.MeasuresAsync(ann.Id, "speed_mps", WalkingDirection.Backward, Cancellation)).ShouldBeEmpty();
        (await c2.Notes.ListAsync(ann.Id, Cancellation)).ShouldBeEmpty();
        await RefusedAsync(StoreFailure.NotFound, () => c2.People.UpdateAsync(ann, Cancellation));
        await RefusedAsync(StoreFailure.NotFound, () => c2.Notes.AddAsync(Sample.Note(ann.Id), Cancellation));
        await RefusedAsync(StoreFailure.NotFound, () => c2.Sessions.SaveTrialAsync(session.Id, Sample.Trial(9), Cancellation));
        await RefusedAsync(StoreFailure.NotFound, () => c2.Sessions.ReassignAsync(session.Id, ben.Id, Cancellation));
        await RefusedAsync(StoreFailure.Conflict, () => c2.People.AddAsync(Sample.Person("P01"), Cancellation));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Migrations_HoldAllOfTheModel(Database database)
    {
        await using TrainingStore store = await NewStoreAsync(database);
        using StoreContext model = database == Database.Sqlite ? StoreDesign.Sqlite() : StoreDesign.Postgres();
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(model.Database).ShouldBeFalse("add a migration to both: see src/GaitSense.Storage/README.md");
    }

    private static void Same<T>(T actual, T expected) => Text(actual).ShouldBe(Text(expected));

    // Records compare lists by reference, and times come back in UTC and in whole microseconds.
    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Comparison);

    private static readonly JsonSerializerOptions Comparison = new() { WriteIndented = true, Converters = { new Utc() } };

    private sealed class Utc : System.Text.Json.Serialization.JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Microseconds.Kept(value));
    }

    private static async Task<string> RefusedAsync(StoreFailure failure, Func<Task> action)
    {
        StoreException refused = await Should.ThrowAsync<StoreException>(action);
        refused.Failure.ShouldBe(failure, refused.Message);
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }
}
