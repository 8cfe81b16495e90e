namespace GaitSense.Simulation.Motion;

/// <summary>Motion of the foot's origin and its heading, pitch (plantarflexion positive) and roll (about the foot's long axis).</summary>
internal readonly record struct BodyMotion(JetVector OriginM, Jet Heading, Jet Pitch, Jet Roll);
