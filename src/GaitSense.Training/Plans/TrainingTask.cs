namespace GaitSense.Training.Plans;

/// <summary>What is practised in a session.</summary>
public enum TrainingTask
{
    /// <summary>Walking forward at a comfortable pace.</summary>
    ComfortableWalk,

    /// <summary>Walking backward over lengths of a measured path.</summary>
    Backward,

    /// <summary>Stations of a task circuit: step, slalom, tandem, targets, obstacles, long steps.</summary>
    TaskCircuit,

    /// <summary>Walking forward with a second task.</summary>
    DualTask,
}
