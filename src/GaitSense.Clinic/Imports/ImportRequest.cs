using GaitSense.Training.Plans;

namespace GaitSense.Clinic.Imports;

/// <summary>What is said of a recorded walk that becomes a session, where it does not say it itself: a phone's walk does.</summary>
public sealed record ImportRequest
{
    /// <summary>What the session is known by. <value>The default is null: it gets a new id.</value></summary>
    public Guid? Id { get; init; }

    /// <summary>What was done. <value>The default is a comfortable walk.</value></summary>
    public TrainingTask Task { get; init; } = TrainingTask.ComfortableWalk;

    /// <summary>Where. <value>The default is at home.</value></summary>
    public Place Place { get; init; } = Place.Home;
}
