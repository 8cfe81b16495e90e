using GaitSense.Clinic.Walks;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;
using Session = GaitSense.Training.Records.Session;

namespace GaitSense.Clinic.Tests;

/// <summary>A program that is killed in a walk: what was walked is in the store, and the day's dose is that much less.</summary>
public sealed class WalkLeftoversTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly LaterClock _clock = new();
    private readonly Guid _slot = Guid.CreateVersion7();
    private TrainingStore _store = null!;
    private Person _person = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(ServeProcess.Program is null, "The command line, which records the walk, is not built.");
        _store = await TrainingStore.OpenAsync(StoreLocation.Of(_folder["store.db"]), new StoreOptions { Clock = _clock }, Cancellation);
        _person = new Person { Id = Guid.CreateVersion7(), Code = "P07", Zone = "Etc/UTC" };
        await _store.People.AddAsync(_person, Cancellation);
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        await _store.Plans.AddAsync(
            new Plan
            {
                Id = Guid.CreateVersion7(),
                PersonId = _person.Id,
                Version = 1,
                From = today,
                To = today.AddDays(6),
                Template = "own",
                By = "test",
                MadeAt = _clock.GetUtcNow().AddMinutes(-5),
                Reason = "test",
                Slots = [new Slot { Id = _slot, Week = 1, PerWeek = 3, Task = TrainingTask.ComfortableWalk, Place = Place.Home, Minutes = 8 }],
            },
            Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is { } store) await store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWasWalked_BeforeTheProgramWasKilled_IsKept_AndNoLongerOfferedToday()
    {
        byte[] whole = await RecordedSession.BytesAsync();
        Session begun = await BeginAsync(whole[..(whole.Length * 3 / 4)]);
        _clock.Later(TimeSpan.FromMinutes(10));
        Session kept = (await WalkLeftovers.KeepAsync(_store, _clock.GetUtcNow(), Cancellation)).ShouldHaveSingleItem();
        (kept.Id, kept.Status, kept.StopReason).ShouldBe((begun.Id, SessionStatus.CutOff, StopReason.Technical));
        Session there = (await _store.Sessions.FindAsync(begun.Id, Cancellation))!;
        SessionDose dose = SessionDose.Of(there);
        (60 * dose.Minutes!.Value).ShouldBeInRange(2, 9); // of three quarters of twelve seconds, some of them standing
        dose.Strides!.Value.ShouldBeGreaterThan(2);
        there.Measures.ShouldContain(m => m.Name == "cadence_spm" || m.Name == "speed_mps", "a walk of the plan has its paces");
        there.RecordingHash.ShouldNotBeNull();
        DoneRule.Counts(there).ShouldBeTrue();
        Directory.Exists(PersonWalk.RecordingOf(_store, begun.Id)).ShouldBeFalse();
        TodayAnswer today = await TodayAsync();
        today.Offer!.Minutes!.Value.ShouldBe(8 - dose.Minutes.Value, 0.001);
        today.Reasons.ShouldContain("today.rest-of-it", StringComparer.Ordinal);
        (await WalkLeftovers.KeepAsync(_store, _clock.GetUtcNow(), Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AProgramThatWasKilled_BeforeAnythingWasWalked_TakesNothingOfTheDay()
    {
        byte[] whole = await RecordedSession.BytesAsync();
        Session begun = await BeginAsync(whole[..(whole.Length / 16)]);
        _clock.Later(TimeSpan.FromMinutes(10));
        await WalkLeftovers.KeepAsync(_store, _clock.GetUtcNow(), Cancellation);
        Session kept = (await _store.Sessions.FindAsync(begun.Id, Cancellation))!;
        SessionDose.Of(kept).Minutes.ShouldBe(0);
        DoneRule.Counts(kept).ShouldBeFalse();
        (await TodayAsync()).Offer!.Minutes.ShouldBe(8);
    }

    [Fact]
    public async Task AWalkThatIsStillWritten_IsLeftAlone()
    {
        Session begun = await BeginAsync(await RecordedSession.BytesAsync());
        _clock.Later(TimeSpan.FromMinutes(10)); // nobody has heard of it, and its file is written all the same
        File.SetLastWriteTimeUtc(Path.Combine(PersonWalk.RecordingOf(_store, begun.Id), "session.gait"), _clock.GetUtcNow().UtcDateTime.AddSeconds(-1));
        (await WalkLeftovers.KeepAsync(_store, _clock.GetUtcNow(), Cancellation)).ShouldBeEmpty();
        File.Exists(Path.Combine(PersonWalk.RecordingOf(_store, begun.Id), "session.gait")).ShouldBeTrue();
    }

    [Fact]
    public async Task ARecordingThatNobodyCanRead_IsKept_AndNothingIsMadeOfIt()
    {
        Session begun = await BeginAsync([.. Enumerable.Repeat((byte)7, 5000)]);
        _clock.Later(TimeSpan.FromMinutes(10));
        await WalkLeftovers.KeepAsync(_store, _clock.GetUtcNow(), Cancellation);
        Session kept = (await _store.Sessions.FindAsync(begun.Id, Cancellation))!;
        kept.Measures.ShouldBeEmpty();
        kept.RecordingHash.ShouldNotBeNull();
        DoneRule.Counts(kept).ShouldBeTrue("nobody knows how much was walked: it is not walked once more");
    }

    // A session that runs, and the file of it that a killed program left.
    private async Task<Session> BeginAsync(byte[] file)
    {
        Session session = new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = _person.Id,
            PlanId = (await _store.HistoryAsync(_person.Id, Cancellation)).Plans[0].Id,
            SlotId = _slot,
            Task = TrainingTask.ComfortableWalk,
            Start = _clock.GetUtcNow(),
            Zone = "Etc/UTC",
            Place = Place.Home,
            Source = SessionSource.Sensors,
            Software = PersonWalk.Software(),
        };
        await _store.Sessions.StartAsync(session, "node", [], Cancellation);
        string folder = Directory.CreateDirectory(PersonWalk.RecordingOf(_store, session.Id)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "session.gait"), file, Cancellation);
        return session;
    }

    private async Task<TodayAnswer> TodayAsync() => TodayRules.Of(new TodayRequest
    {
        Person = _person,
        Today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime),
        Place = Place.Home,
        History = await _store.HistoryAsync(_person.Id, Cancellation),
        Answers = [],
    });

    // Noon, so that ten minutes later it is the same day.
    private sealed class LaterClock : TimeProvider
    {
        private DateTimeOffset _now = new(DateTime.UtcNow.Date.AddDays(1).AddHours(12), TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Later(TimeSpan by) => _now += by;
    }
}
