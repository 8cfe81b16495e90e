using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Walks;

/// <summary>What a day lets a person walk: the day's answers and what follows from them, before anything begins.</summary>
public sealed record WalkDay
{
    private WalkDay(Person person, TodayRequest request, TodayAnswer today) => (Person, Request, Today) = (person, request, today);

    /// <summary>The person, after what the answers change.</summary>
    public Person Person { get; }

    /// <summary>What was decided from.</summary>
    public TodayRequest Request { get; }

    /// <summary>What is offered, and what the gates say.</summary>
    public TodayAnswer Today { get; }

    /// <summary>Whether a walk beside the plan was asked for: no dose, and it counts for no slot.</summary>
    public bool IsFree { get; private init; }

    /// <summary>The timed test that was asked for; null: a walk. A test is beside the plan.</summary>
    public TestSetting? Test { get; private init; }

    /// <summary>What the plan offers; null: nothing, or a walk beside the plan.</summary>
    public OfferedSession? Offer => IsFree || Test is not null ? null : Today.Offer;

    /// <summary>Whether a walk may begin.</summary>
    public bool MayBegin => IsFree || Offer is not null;

    /// <summary>What is practised.</summary>
    public TrainingTask Task => Offer?.Task ?? Test?.Test.Task ?? TrainingTask.ComfortableWalk;

    /// <summary>Decides, keeps what was asked and answered, and changes the person where an answer does (a relapse begins a pause).</summary>
    /// <param name="store">The store.</param>
    /// <param name="request">The person, the day and the answers.</param>
    /// <param name="isFree">Whether a walk beside the plan is wanted.</param>
    /// <param name="test">The timed test that is wanted; null: a walk.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="StoreException">It cannot be kept.</exception>
    public static async Task<WalkDay> DecideAsync(TrainingStore store, TodayRequest request, bool isFree, TestSetting? test, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        TodayAnswer today = TodayRules.Of(request);
        await store.Checks.AddAsync(
            new DayCheck
            {
                Id = Guid.CreateVersion7(now),
                PersonId = request.Person.Id,
                LocalDate = request.Today,
                At = now,
                Place = request.Place,
                QuestionsVersion = GateQuestions.Version,
                Answers = request.Answers,
                Held = [.. today.Gates.Reasons.Select(r => r.Key)],
            },
            stop).ConfigureAwait(false);
        Person changed = today.Gates.Apply(request.Person, request.Today);
        if (changed != request.Person) await store.People.UpdateAsync(changed, stop).ConfigureAwait(false);
        return new WalkDay(changed, request, today)
        {
            // Beside the plan whoever may walk at all walks forward; a test goes the way of its task.
            IsFree = test is not null ? today.Gates.May(test.Test.Task, request.Place) : isFree && today.Gates.MayWalk,
            Test = test,
        };
    }

    /// <summary>Why a timed test is held, in the desk's words.</summary>
    /// <param name="texts">The language.</param>
    public IEnumerable<string> Held(Catalogue texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Today.Gates.HeldBy(Task, Request.Place).Select(r => texts.Clinician(GateReason.DeskKey(r.Key)));
    }
}
